/**
 * Groups articles into stories: exact, near and contained, never by shared topic or shared form. Start at {@link org.backfile.story.StoryGrouper}.
 */
@NullMarked
package org.backfile.story;

import org.jspecify.annotations.NullMarked;
