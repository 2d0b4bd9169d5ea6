// jshell -R--add-modules=jdk.incubator.vector --class-path 'gne-core.jar:...' examples/Gne.jsh
// With the distribution: --class-path 'lib/*' is not expanded by jshell; use $(echo lib/*.jar | tr ' ' ':').
import org.gne.*;
import org.gne.data.*;

float[][] rows = new float[200][3];
for (int i = 0; i < rows.length; i++) { rows[i][0] = i % 2; rows[i][1] = i % 5; rows[i][2] = i / 100f; }
GneModel model = Gne.fit(rows, GneOptions.of(Preset.FAST).withEpochs(5));
System.out.println(model);
System.out.println(java.util.Arrays.toString(model.generate(0, 0)));
/exit
