package pinplan.pin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where people stand with a pin, and what they saw of it. */
@Embeddable
public record Standing(
        @Enumerated(EnumType.STRING) Editorial editorial,
        @Enumerated(EnumType.STRING) Editorial heldFrom,
        String approvedFingerprint,
        @Enumerated(EnumType.STRING) PinStatus status) {}
