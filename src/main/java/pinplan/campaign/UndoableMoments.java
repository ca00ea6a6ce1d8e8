package pinplan.campaign;

/** Does to a moment or a note what can be taken back. Each returns the address that takes it back. */
public interface UndoableMoments {
    String edit(Moment moment, MomentFields fields);

    String delete(Moment moment);
}
