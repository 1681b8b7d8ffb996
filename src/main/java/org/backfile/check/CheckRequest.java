package org.backfile.check;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to check.
 *
 * @param site the folder of a built site
 * @param host whose limits the site must keep
 * @param external whether links to other sites are listed
 * @param against an earlier manifest whose addresses must still lead somewhere, or null
 */
public record CheckRequest(
        Path site, Host host, boolean external, @Nullable Path against) {}
