package org.gne.cli.paper;

/**
 * A reproduced figure of the paper.
 *
 * @param number the number in the paper; for a variant, the number of the figure and the difference
 * @param caption the caption
 * @param file the name of the file in the result folder
 * @param command the command that draws such a figure alone
 */
record PaperFigure(String number, String caption, String file, String command) {}
