package pinplan.campaign;

import pinplan.calendar.Planned;
import pinplan.support.People;
import pinplan.support.Sample;

class MomentSample implements Sample {
    @Override
    public String path() {
        return "/moments/{id}";
    }

    @Override
    public String in(People people) {
        return new Planned(people)
                .moment("Easter", "2027-03-28", "2027-03-29", 14)
                .id
                .toString();
    }
}
