package pinplan.autosave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import pinplan.team.Recall;

/** For those who are not to know how it is kept. */
@ApplicationScoped
class Recalled implements Recall {
    private final KeptForms kept;

    @Inject
    Recalled(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    public <T> T into(String which, T form) {
        return kept.of(which, null).into(form);
    }
}
