import java.nio.file.Path;
import java.util.List;
import org.gne.*;
import org.gne.data.Dataset;
import org.gne.draw.MapFigure;
import org.gne.mnist.Mnist;
import org.gne.place.Placed;

/** Fits a map of 1000 digits, places them again as if they were new, and draws the map. */
public class Digits {
    public static void main(String[] args) throws Exception {
        Dataset digits = Mnist.test().limit(1000);
        GneModel model = Gne.fit(digits, GneOptions.of(Preset.FAST).withEpochs(5));
        Placed placed = model.place(digits.samples());
        System.out.println(placed);
        MapFigure.write(Path.of("map.png"), List.of(new MapFigure.Panel("digits", model.embedding())), digits.labels());
    }
}
