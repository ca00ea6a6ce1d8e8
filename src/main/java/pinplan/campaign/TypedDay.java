package pinplan.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import pinplan.web.Errors;

/** A day as a form has it. */
final class TypedDay {
    private TypedDay() {}

    /** Null where nothing was typed, or no day that every calendar here can show; that is said beside the field. */
    static LocalDate read(String field, String typed, Errors errors) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1970 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        errors.add(field, "This is no date. Write it as 2027-03-11.");
        return null;
    }
}
