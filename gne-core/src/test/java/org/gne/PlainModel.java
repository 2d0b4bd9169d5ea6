package org.gne;

/** Models as files of before 0.2 may hold them. */
final class PlainModel {

    private PlainModel() {}

    /** The same model without labels, ids and mixture. */
    static GneModel of(GneModel model) {
        return new GneModel(
                model.embedding(),
                model.decoder(),
                model.scaling(),
                model.schema(),
                model.record(),
                null,
                null,
                model.explained(),
                null);
    }
}
