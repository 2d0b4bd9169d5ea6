/** Commands that work on a finished map: place, generate, inspect, export, explore, info, evaluate. */
@NullMarked
package org.gne.cli.map;

import org.jspecify.annotations.NullMarked;
