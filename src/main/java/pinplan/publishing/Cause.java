package pinplan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import pinplan.pin.Diagnosis;
import pinplan.pin.Pin;
import pinplan.pin.PinStatus;

/** Why a pin failed, or is in doubt, in the words of its newest publication. */
@ApplicationScoped
class Cause implements Diagnosis {
    @Override
    public Finding of(Pin pin) {
        boolean failed = pin.status() == PinStatus.FAILED;
        if (!failed && pin.status() != PinStatus.OUTCOME_UNKNOWN) {
            return null;
        }
        return Publication.of(pin).stream()
                .findFirst()
                .map(publication -> finding(publication, failed))
                .orElse(null);
    }

    private static Finding finding(Publication publication, boolean failed) {
        Fault fault = Objects.requireNonNullElse(publication.fault, Fault.UNKNOWN);
        String fix = (failed ? "" : "Nothing is sent again before it is known. ") + Advice.of(publication);
        return new Finding(
                fault.word() + ": " + Waiting.sentence(publication, publication.settledAt),
                fix,
                "/publishing/" + publication.id,
                failed ? "See what happened and fix it" : "See what is known and decide");
    }
}
