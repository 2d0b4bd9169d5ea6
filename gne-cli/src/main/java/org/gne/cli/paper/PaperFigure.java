package org.gne.cli.paper;

/**
 * A figure of the paper, redone.
 *
 * @param number as in the paper; of a figure that it has not, the one that it is a variant of and what sets it apart
 * @param caption what it shows
 * @param file its name within the folder of the results
 * @param command that draws the like of it alone
 */
record PaperFigure(String number, String caption, String file, String command) {}
