package org.backfile.story;

import java.util.List;
import org.backfile.article.ArticleId;

/**
 * All stories of an archive.
 *
 * @param stories in the order of their ids; every article is a member of exactly one
 */
public record Stories(List<Story> stories) {
    public Stories {
        stories = List.copyOf(stories);
    }

    /** How an article stands to its story's lead. */
    public enum Role {
        LEAD,
        COPY,
        VERSION;

        /** The name in the data files: lower case. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * An article of a story.
     *
     * @param ofLead share of its words that stand in the lead, 0 to 1
     * @param inLead share of the lead's words that stand in it, 0 to 1
     */
    public record Member(ArticleId article, Role role, double ofLead, double inLead) {}

    /**
     * One piece of news and every article that carries it.
     *
     * @param members in the order of their ids; one of them the lead
     * @param lookAlikes ids of stories of the same form with other news, in order
     */
    public record Story(List<Member> members, List<ArticleId> lookAlikes) {
        public Story {
            members = List.copyOf(members);
            lookAlikes = List.copyOf(lookAlikes);
        }

        /** The id of the first member in path order. */
        public ArticleId id() {
            return members.get(0).article();
        }

        public Member lead() {
            return members.stream()
                    .filter(m -> m.role() == Role.LEAD)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
