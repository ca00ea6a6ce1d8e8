package pinplan.autosave;

import io.quarkus.arc.Arc;

/** For tests elsewhere. */
public final class AutosaveTicks {
    private AutosaveTicks() {}

    public static void sweep() {
        Arc.container().instance(Sweep.class).get().tick();
    }
}
