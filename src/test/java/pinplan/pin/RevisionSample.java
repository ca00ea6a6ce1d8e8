package pinplan.pin;

import pinplan.support.People;
import pinplan.support.Sample;

class RevisionSample implements Sample {
    @Override
    public String path() {
        return "/pins/{id}/revisions/{number}";
    }

    @Override
    public String in(People people) {
        return new PinSample().in(people) + "/revisions/1";
    }
}
