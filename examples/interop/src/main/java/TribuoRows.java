import java.util.ArrayList;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;

/** A data set of Tribuo as a data set of GNE: features by their names, 0 where an example does not have one, and the labels. */
public final class TribuoRows {

    private TribuoRows() {}

    /** Copies the rows; they are dense here. */
    public static Dataset of(org.tribuo.Dataset<Label> source) {
        ImmutableFeatureMap features = source.getFeatureIDMap();
        float[] values = new float[Math.multiplyExact(source.size(), features.size())];
        String[] labels = new String[source.size()];
        int row = 0;
        for (Example<Label> example : source) {
            for (Feature feature : example) {
                values[row * features.size() + features.getID(feature.getName())] = (float) feature.getValue();
            }
            labels[row++] = example.getOutput().getLabel();
        }
        List<String> names = new ArrayList<>();
        for (int id = 0; id < features.size(); id++) {
            names.add(features.get(id).getName());
        }
        return Dataset.of(Samples.ofFloats(values, Schema.Columns.named(names))).withLabels(Labels.of(labels));
    }
}
