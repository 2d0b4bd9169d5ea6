/** Files of web servers, downloaded to a temporary file. */
@NullMarked
package org.gne.io.web;

import org.jspecify.annotations.NullMarked;
