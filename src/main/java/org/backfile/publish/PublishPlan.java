package org.backfile.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.backfile.page.SitePath;

/**
 * What a publication would do: the difference between a site and its target. All lists are sorted by path; the manifest is
 * in none of them.
 *
 * @param adds files that the target doesn't have
 * @param changes files that the target has with other bytes
 * @param deletes files that we published and that the site no longer has
 * @param unchanged how many files stand at the target as they are
 * @param published how many files at the target are ours
 */
public record PublishPlan(
        List<SitePath> adds, List<SitePath> changes, List<SitePath> deletes, int unchanged, int published) {
    private static final int DELETES_UNASKED = 1_000;
    private static final int SHARE_UNASKED = 10;

    public PublishPlan {
        adds = List.copyOf(adds);
        changes = List.copyOf(changes);
        deletes = List.copyOf(deletes);
    }

    /**
     * The plan that makes the target like {@code site}.
     *
     * @param target what was published there last
     * @param touched what a publication that was interrupted meant to change; its files count as different
     */
    static PublishPlan of(Manifest site, Manifest target, Set<SitePath> touched) {
        List<SitePath> adds = new ArrayList<>();
        List<SitePath> changes = new ArrayList<>();
        int unchanged = 0;
        for (var file : site.digests().entrySet()) {
            SitePath path = file.getKey();
            if (!target.names(path)) {
                adds.add(path);
            } else if (touched.contains(path)
                    || !file.getValue().equals(target.digests().get(path))) {
                changes.add(path);
            } else {
                unchanged++;
            }
        }
        Set<SitePath> deletes = new TreeSet<>(target.digests().keySet());
        deletes.addAll(touched);
        int ours = deletes.size();
        deletes.removeAll(site.digests().keySet());
        return new PublishPlan(adds, changes, List.copyOf(deletes), unchanged, ours);
    }

    /** Whether the target is as the site is. */
    public boolean isEmpty() {
        return adds.isEmpty() && changes.isEmpty() && deletes.isEmpty();
    }

    /** Whether so much would be deleted that the owner should say so: over 1,000 files, or over a tenth of them. */
    public boolean deletesMuch() {
        long deleted = deletes.size();
        return deleted > DELETES_UNASKED || deleted * SHARE_UNASKED > published;
    }
}
