package org.backfile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
    @ArchTest
    static void dependenciesRunDownThePipelineOnly(JavaClasses code) {
        onlyUses(code, "source");
        onlyUses(code, "article", "source");
        onlyUses(code, "story", "article", "source");
        onlyUses(code, "page", "story", "article", "source");
        onlyUses(code, "render", "page", "story", "article", "source");
        onlyUses(code, "search", "page", "story", "article", "source");
        onlyUses(code, "site", "publish", "render", "search", "page", "story", "article", "source");
        onlyUses(code, "publish", "page", "story", "article", "source");
        onlyUses(code, "check", "publish", "page", "story", "article", "source");
        onlyUses(code, "serve", "publish", "page");
    }

    private static void onlyUses(JavaClasses code, String from, String... others) {
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
    static void packagesFormNoCycle(JavaClasses code) {
        slices().matching("org.backfile.(*)..").should().beFreeOfCycles().check(code);
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
