package org.backfile.site;

/** Hears how far a build is. Called from many threads; a call costs little and may show nothing. */
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = new Progress() {
        @Override
        public void phase(Phase phase, long total) {}

        @Override
        public void advance(long steps) {}
    };

    /** The parts of a build, in their order. */
    enum Phase {
        SCAN("looking for files", "files"),
        SURVEY("surveying folders", "files"),
        READ("reading", "files"),
        GROUP("grouping into stories", "articles"),
        SEARCH("indexing", "articles"),
        DATA("writing data files", "files"),
        PAGES("writing pages", "pages"),
        PUBLISH("publishing", "files");

        private final String label;
        private final String unit;

        Phase(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        /** What happens, for people: a lower-case participle. */
        public String label() {
            return label;
        }

        /** What is counted. */
        public String unit() {
            return unit;
        }
    }

    /**
     * A phase begins, and the one before is over; what remains of indexing is done beside the phases after it.
     *
     * @param total how many steps it has; 0 where that is not known
     */
    void phase(Phase phase, long total);

    /** So many more steps of the phase are done. */
    void advance(long steps);
}
