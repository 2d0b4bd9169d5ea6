// 0 to 3 are the marks of classes: ClassStyle.mark.

/** The mark of rows whose label is not known: a circle without filling. As in org.gne.draw.ClassColors. */
export const RING = 4;

/** The mark of classes that share one look: a circle, under all others. */
export const PALE = 5;
