package org.gne;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MergedScaling;
import org.gne.data.MergedSchema;
import org.gne.data.Scaling;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.nn.Encoding;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.nn.WidenedDecoder;
import org.gne.place.Placed;
import org.gne.place.PlacementOptions;
import org.gne.train.OldMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to a map, which {@link Gne#grow} does in one call. New rows are placed, then map and decoder train on with old and new
 * rows, while springs hold the old rows at their coordinates.
 *
 * <p>New rows may have other columns and categories than the map: those get outputs of their own, and are missing in the old rows.
 *
 * <p>Without the old rows, rows that the map generates at the coordinates of old rows are trained in their place (rehearsal). Old rows
 * keep their coordinates then, exactly.
 */
public final class Growth {

    private final GneModel parent;
    private final Dataset old;
    private final Dataset added;
    private final GrowOptions options;
    private final MergedSchema schema;
    /** Which old rows are trained, or generated rows stand for: their indices; null for all. */
    private final int @Nullable [] rehearsed;

    private @Nullable Placed placed;

    private Growth(GneModel parent, Dataset old, Dataset added, GrowOptions options, int @Nullable [] rehearsed) {
        this.parent = parent;
        this.old = old;
        this.added = added;
        this.options = options;
        this.rehearsed = rehearsed;
        schema = MergedSchema.of(parent.schema(), added.samples().schema());
        requireGrowable(parent);
        if (added.samples().size() == 0) {
            throw new IllegalArgumentException(added.name() + ": found no new rows, expected at least 1");
        }
    }

    /**
     * Prepares a growth with the old rows.
     *
     * @param parent the map
     * @param old the rows of the map, in their order; where it has no labels or ids, those of the model are used
     * @param added the new rows, with the schema of the model or another one
     * @throws IllegalArgumentException if these are not the rows of the map, there are no new rows, or a column has another kind than
     *     the map's
     */
    public static Growth of(GneModel parent, Dataset old, Dataset added, GrowOptions options) {
        if (options.rehearse() > 0) {
            throw new IllegalArgumentException(
                    "rows to rehearse: found " + options.rehearse() + " beside the old rows, expected 0");
        }
        int rows = old.samples().size();
        if (rows == parent.embedding().size()
                && old.samples().width() == parent.schema().width()
                && !old.samples().schema().equals(parent.schema())) {
            throw new IllegalArgumentException(old.name()
                    + ": found other columns or categories than the map's: these are not the rows of the map, or they have"
                    + " changed");
        }
        if (rows != parent.embedding().size() || !old.samples().schema().equals(parent.schema())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: found %,d rows of %d values, expected the %,d rows of %d values of the map",
                    old.name(),
                    rows,
                    old.samples().width(),
                    parent.embedding().size(),
                    parent.schema().width()));
        }
        return new Growth(parent, known(parent, old), added, options, null);
    }

    /**
     * Prepares a growth without the old rows.
     *
     * @param parent the map
     * @param options the number of rows to rehearse, at least 1
     * @throws IllegalArgumentException as of {@link #of}
     */
    public static Growth rehearsed(GneModel parent, Dataset added, GrowOptions options) {
        int count = Math.min(options.rehearse(), parent.embedding().size());
        if (count < 1) {
            throw new IllegalArgumentException("rows to rehearse: found 0, expected at least 1, or the old rows");
        }
        int[] chosen = Rehearsal.chosen(parent, count);
        Dataset rows = Dataset.of(Rehearsal.generated(parent, chosen))
                .withLabels(parent.labels() == null ? null : parent.labels().rows(chosen));
        return new Growth(parent, rows, added, options, chosen);
    }

    private static Dataset known(GneModel parent, Dataset old) {
        Dataset known =
                old.rowLabels() != null ? old : old.withLabels(parent.labels()).withTarget(parent.target());
        return known.ids() != null ? known : known.withIds(parent.ids());
    }

    /**
     * Checks whether rows can be added to a map at all.
     *
     * @throws IllegalArgumentException if it is a map of slices, or of counts that were divided by factors of their batches
     */
    public static void requireGrowable(GneModel map) {
        if (map.record().tie() > 0) {
            throw new IllegalArgumentException(
                    "found a map of slices, expected one without: rows cannot be added to it yet, fit all slices again");
        }
        if (map.batches() != null) {
            throw new IllegalArgumentException(
                    "found a map of counts that were divided by the factors of their batches, expected one without batches:"
                            + " rows cannot be added to it yet, fit all batches again");
        }
    }

    /** What differs between the columns of the map and those of the new rows, a line each. */
    public List<String> notes() {
        return schema.notes();
    }

    /** The new rows on the map as it was; columns and categories that it does not have are ignored. */
    public Placed placed() {
        Placed known = placed;
        if (known == null) {
            known = parent.place(
                    schema.secondAsFirst(added.samples()), PlacementOptions.defaults(), options.threads(), done -> {});
            placed = known;
        }
        return known;
    }

    /** The rows that are trained, and what is known of them: the old ones, or those that stand for them, then the new ones. */
    public Dataset trained() {
        return old.withSamples(schema.first(old.samples()))
                .followedBy(added.withSamples(schema.second(added.samples())));
    }

    /** The options of the training. */
    public GneOptions training() {
        return options.training(parent);
    }

    /**
     * The rows of the grown map, and what is known of them, to draw and measure it. After a rehearsal, old rows are what the old map
     * generates at their coordinates: measures count them as if they were rows, and a note says so.
     */
    public Dataset data() {
        if (rehearsed == null) {
            return trained();
        }
        int[] all = IntStream.range(0, parent.embedding().size()).toArray();
        Dataset generated = Dataset.of(schema.first(Rehearsal.generated(parent, all)))
                .withName(added.name())
                .withLabels(parent.labels())
                .withTarget(parent.target())
                .withIds(parent.ids());
        return generated
                .followedBy(added.withSamples(schema.second(added.samples())))
                .withNotes(List.of(
                        "the old rows were not there: measures count what the map before generates in their place"));
    }

    /**
     * What the growth has changed on the map.
     *
     * @param grown the result of {@link #run}
     */
    public Drift drift(GneModel grown) {
        return Drift.of(parent.embedding(), grown.embedding(), placed());
    }

    /**
     * Adds the rows.
     *
     * @param listener receives the progress; if it stops the training, or the thread is interrupted, the current model is returned
     * @param checkpoints where and how often the state is saved, or null
     * @param from the checkpoint of the same growth to continue from, or null
     * @throws IllegalArgumentException if the checkpoint is that of another growth, or the old rows are not those of the map
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    public GneModel run(FitListener listener, @Nullable CheckpointOptions checkpoints, @Nullable Checkpoint from) {
        Dataset data = trained();
        GneOptions fit = training();
        Labels labels = fit.training().neighbors().labelled() ? data.labels() : null;
        try (Parallel parallel = new Parallel(options.threads())) {
            Survey before = oldSurvey(labels, parallel);
            Survey survey = Survey.withSha256(data.samples(), labels, parallel);
            survey.requireTrainable(data.samples().schema());
            listener.onSurvey(survey);
            if (!notes().isEmpty()) {
                listener.onNotes(notes());
            }
            List<GrowthRecord> growths = new ArrayList<>(parent.record().growths());
            growths.add(growth());
            requireSame(from, survey, growths);
            Scaling scaling = from != null ? from.model().scaling() : scaling(survey, fit);
            MlpShape shape = from != null
                    ? from.model().decoder().shape()
                    : shape(survey, fit, scaling, data.samples().size());
            FitContext context = new FitContext(data.samples(), fit, survey, scaling, shape, growths);
            OldMap map = map(before, survey, scaling, shape, from != null);
            UnaryOperator<GneModel> whole = trained -> grown(trained, parallel);
            return context.train(data, labels, map, from, listener, checkpoints, whole, parallel);
        }
    }

    private GrowthRecord growth() {
        return new GrowthRecord(
                parent.embedding().sha256(),
                parent.embedding().size(),
                added.samples().size(),
                rehearsed == null ? 0 : rehearsed.length,
                options.anchor());
    }

    /**
     * Surveys the old rows.
     *
     * @throws IllegalArgumentException if these are not the rows of the map
     */
    private Survey oldSurvey(@Nullable Labels labels, Parallel parallel) {
        String expected = rehearsed != null ? null : parent.record().rowsSha256();
        if (expected == null) {
            return Survey.of(old.samples(), parallel);
        }
        Survey survey = Survey.withSha256(old.samples(), labels == null ? null : old.labels(), parallel);
        if (!survey.sha256().equals(expected)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: found rows with the SHA-256 %.8s, expected %.8s: these are not the rows of the map, or they have changed",
                    old.name(),
                    survey.sha256(),
                    expected));
        }
        return survey;
    }

    /** Which columns most of the old rows or most of the new rows do not have; none if that would be all. */
    private boolean[] apart(Survey before, Survey all) {
        int[] column = schema.columnInFirst();
        boolean[] apart = new boolean[column.length];
        boolean every = true;
        for (int j = 0; j < apart.length; j++) {
            double known = column[j] < 0 ? 0 : before.known(column[j]);
            double knownNew = all.known(j) - known;
            apart[j] =
                    2 * known < before.rows() || 2 * knownNew < added.samples().size();
            every &= apart[j];
        }
        return every ? new boolean[apart.length] : apart;
    }

    private static void requireSame(@Nullable Checkpoint from, Survey survey, List<GrowthRecord> growths) {
        if (from == null) {
            return;
        }
        if (!from.model().record().growths().equals(growths)
                || !from.dataSha256().equals(survey.sha256())) {
            throw new IllegalArgumentException(
                    "found the checkpoint of another growth, or of a fit (SHA-256 of its rows "
                            + String.format(Locale.ROOT, "%.8s", from.dataSha256())
                            + "), expected the same map, rows and options ("
                            + String.format(Locale.ROOT, "%.8s", survey.sha256()) + ")");
        }
    }

    private Scaling scaling(Survey survey, GneOptions fit) {
        return MergedScaling.of(parent.scaling(), fit.scalingFor(survey, schema.schema()), schema.fromFirst(), survey);
    }

    private MlpShape shape(Survey survey, GneOptions fit, Scaling scaling, int rows) {
        MlpShape before = parent.decoder().shape();
        Heads heads = schema.same() ? before.heads() : fit.headsFor(survey, schema.schema(), scaling);
        Encoding encoding =
                WidenedDecoder.encoding(before.encoding(), fit.encoding().of(fit.dim(), rows, schema.schema()));
        return new MlpShape(encoding, before.hidden(), before.blocks(), heads);
    }

    /** The map as the training finds it. A resumed training has its own coordinates and decoder. */
    private OldMap map(Survey before, Survey survey, Scaling scaling, MlpShape shape, boolean resumed) {
        int dim = parent.dim();
        int hosts = old.samples().size();
        float[] start = new float[(hosts + added.samples().size()) * dim];
        Embedding held =
                rehearsed == null ? parent.embedding() : parent.embedding().rows(rehearsed);
        System.arraycopy(held.values(), 0, start, 0, hosts * dim);
        ResidualMlp decoder = parent.decoder();
        if (!resumed) {
            System.arraycopy(placed().embedding().values(), 0, start, hosts * dim, start.length - hosts * dim);
        }
        float[] means = new float[shape.out()];
        for (int j = 0; j < means.length; j++) {
            means[j] = (float) survey.mean(j);
        }
        scaling.apply(means, 0, means.length);
        CounterRandom random = CounterRandom.of(parent.record().seed(), "wider decoder");
        decoder = WidenedDecoder.of(decoder, shape, schema.fromFirst(), means, random);
        // Rows that the map generates are few, and all that keeps it from forgetting.
        int every = rehearsed == null ? GrowOptions.EVERY : 1;
        return new OldMap(decoder, new Embedding(start, dim), hosts, options.anchor(), every, apart(before, survey));
    }

    /** The grown map: after a rehearsal, all old rows with their coordinates in place of those that were trained. */
    private GneModel grown(GneModel trained, Parallel parallel) {
        return rehearsed == null
                ? trained
                : Rehearsal.whole(parent, trained, rehearsed.length, added, schema, parallel);
    }
}
