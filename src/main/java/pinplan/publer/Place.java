package pinplan.publer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where posts are: whoever looks into another Publer workspace, or at another Publer, can say nothing about them. */
@Embeddable
public record Place(@Column(name = "publer_url") String baseUrl, String publerWorkspaceId) {
    public boolean sandbox() {
        return OwnAddress.SANDBOX.equals(baseUrl);
    }
}
