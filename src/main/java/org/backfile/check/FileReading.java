package org.backfile.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file of the site.
 *
 * @param page what the page says; null where the file is none
 * @param loads the URLs that a style sheet loads
 * @param findings what is wrong with the file alone, save what {@code page} tells
 */
record FileReading(@Nullable PageReading page, List<String> loads, List<Finding> findings) {}
