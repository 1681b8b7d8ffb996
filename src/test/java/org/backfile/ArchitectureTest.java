package org.backfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.backfile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each package may use some of those named before it, so that no cycle can be written down here. */
    @ArchTest
    static void dependenciesRunDownThePipelineOnly(JavaClasses code) {
        Set<String> named = new TreeSet<>();
        onlyUses(code, named, "source");
        onlyUses(code, named, "article", "source");
        onlyUses(code, named, "story", "article", "source");
        onlyUses(code, named, "page", "story", "article", "source");
        onlyUses(code, named, "render", "page", "story", "article", "source");
        onlyUses(code, named, "search", "page", "story", "article", "source");
        onlyUses(code, named, "publish", "page", "story", "article", "source");
        onlyUses(code, named, "site", "publish", "render", "search", "page", "story", "article", "source");
        onlyUses(code, named, "check", "publish", "page", "story", "article", "source");
        onlyUses(code, named, "serve", "publish", "page");
        onlyUses(code, named, "cli", named.toArray(String[]::new));

        Set<String> packages = new TreeSet<>();
        code.forEach(type -> packages.add(type.getPackageName().replaceFirst("org\\.backfile\\.?", "")));
        assertThat(packages).isEqualTo(named);
    }

    private static void onlyUses(JavaClasses code, Set<String> named, String from, String... others) {
        assertThat(named).contains(others).doesNotContain(from);
        named.add(from);
        Set<String> allowed = new TreeSet<>(Set.of("org.backfile." + from));
        for (String other : others) {
            allowed.add("org.backfile." + other);
        }
        noClasses()
                .that()
                .resideInAPackage("org.backfile." + from)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "in a Backfile package other than " + allowed,
                        type -> type.getPackageName().startsWith("org.backfile.")
                                && !allowed.contains(type.getPackageName())))
                .allowEmptyShould(true)
                .check(code);
    }

    @ArchTest
    static void librariesStayInTheirStage(JavaClasses code) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.backfile.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(code);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.backfile.render")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("freemarker..", "org.commonmark..")
                .check(code);
    }

    @ArchTest
    static void onlySourceSiteAndCliTouchFiles(JavaClasses code) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.backfile.article",
                        "org.backfile.story",
                        "org.backfile.page",
                        "org.backfile.render",
                        "org.backfile.search")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(code);
    }

    @ArchTest
    static void absenceIsMarkedInEveryPackage(JavaClasses code) {
        Set<String> unmarked = new TreeSet<>();
        for (var type : code) {
            var home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static void namesSayWhatAThingIs(JavaClasses code) {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .check(code);
    }
}
