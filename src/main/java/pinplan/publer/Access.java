package pinplan.publer;

/** Everything one request to Publer needs. Made just before the call and dropped after it, because it holds the key. */
public record Access(String baseUrl, String key, String publerWorkspaceId, long laneId) {
    public Place place() {
        return new Place(baseUrl, publerWorkspaceId);
    }

    @Override
    public String toString() {
        return "Access[" + baseUrl + ", workspace " + publerWorkspaceId + ", lane " + laneId + "]";
    }

    String authorization() {
        return "Bearer-API " + key;
    }
}
