package org.govsocial.casestudies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.CaseStudy.Figure;
import org.govsocial.model.Citation;
import org.govsocial.model.Provenance;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** Puts the parts of a case in words, the same in every format. */
final class Wording {
    private Wording() {}

    /** A constant as packs write it. */
    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "2011-05 to 2011-06", "2015", "until 2024" or "not known". */
    static String when(CaseStudy one) {
        if (one.from().isEmpty()) {
            return one.until().isEmpty() ? "not known" : "until " + one.until();
        }
        return one.until().isEmpty() || one.until().equals(one.from()) ? one.from() : one.from() + " to " + one.until();
    }

    static String country(String code) {
        String name = code.isEmpty() ? "" : new Locale("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /** How a case ended, as people read it. */
    static String outcome(CaseStudy.Ending outcome) {
        return switch (outcome) {
            case WORKED -> "worked";
            case MIXED -> "mixed";
            case FAILED -> "went wrong";
            case NOT_KNOWN -> "not known";
        };
    }

    /** A value of a facet as people read it. */
    static String value(Facet facet, String value) {
        return switch (facet) {
            case COUNTRY -> country(value);
            case OUTCOME ->
                outcome(CaseStudy.Ending.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')));
            case PLATFORM -> platform(value);
            case YEAR -> value;
            default -> value.replace('-', ' ');
        };
    }

    static String platform(String id) {
        return switch (id) {
            case "x" -> "X (Twitter)";
            case "facebook" -> "Facebook";
            case "instagram" -> "Instagram";
            case "youtube" -> "YouTube";
            case "flickr" -> "Flickr";
            case "myspace" -> "MySpace";
            case "github" -> "GitHub";
            case "linkedin" -> "LinkedIn";
            case "tiktok" -> "TikTok";
            default -> id.replace('-', ' ');
        };
    }

    static String values(Facet facet, CaseStudy one) {
        return facet.of(one).stream().map(v -> value(facet, v)).collect(Collectors.joining(", "));
    }

    /** "over 106,000", "29 %". */
    static String number(Figure figure) {
        String bound = figure.bound() == CaseStudy.Bound.EXACT ? "" : kebab(figure.bound()) + " ";
        String unit = figure.unit().isEmpty() ? "" : " " + figure.unit();
        return bound + grouped(figure.value().toPlainString()) + unit;
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        var out = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            int left = whole.length() - i;
            if (i > 0 && left % 3 == 0 && whole.charAt(i - 1) != '-') {
                out.append(',');
            }
            out.append(whole.charAt(i));
        }
        return out.append(point < 0 ? "" : digits.substring(point)).toString();
    }

    /** The title and publisher of each source read, and when. */
    static List<String> sources(CaseStudy one, Catalogue catalogue) {
        var lines = new ArrayList<String>();
        for (CaseStudy.Reading reading : one.readings()) {
            String place = reading.where().isEmpty() ? "" : ", " + reading.where();
            lines.add(catalogue.source(reading.source()).map(Wording::source).orElse(reading.source()) + place
                    + "; read " + reading.checked());
        }
        return lines;
    }

    static String source(Source source) {
        String date = source.date().isEmpty() ? "" : " (" + source.date() + ")";
        return source.title() + ", " + source.publisher() + date;
    }

    /** "A wiki needs … (advised by toolbox#TOOL-WIKI-CAUTION)", or the citation alone when its document is left out. */
    static String citation(Citation cites, Catalogue catalogue) {
        return catalogue
                .statement(cites)
                .map((Statement s) -> s.text() + " (" + s.standing()
                        + (s.provenance() == Provenance.PROJECT ? ": " : " ") + cites + ")")
                .orElse(cites.toString());
    }

    /** What a reader should know of how sure a case is. */
    static String standing(CaseStudy one) {
        return "Provenance: " + provenance(one) + ". Confidence: " + kebab(one.confidence()) + ".";
    }

    /**
     * Where a case comes from. What happened is nobody's judgement: where no public body tells it, we retell what others
     * report.
     */
    static String provenance(CaseStudy one) {
        return one.provenance() == Provenance.PROJECT
                ? "retold from the press and other reports"
                : one.provenance().words();
    }
}
