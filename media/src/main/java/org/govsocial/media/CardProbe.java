package org.govsocial.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.MediaFeatures.PixelSize;
import org.govsocial.model.Seen;
import org.govsocial.model.TextColours;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the colours of text in a card drawn as SVG or HTML: those that stand in attributes and in {@code style}
 * attributes. Style sheets are not applied, so text whose colours come from one is left out.
 */
final class CardProbe implements MediaProbe {
    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_DEPTH = 200;
    private static final double POINT = 4.0 / 3;

    @Override
    public String id() {
        return "cards";
    }

    @Override
    public boolean recognises(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".svg") || lower.endsWith(".html") || lower.endsWith(".htm");
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        boolean svg = file.name().toLowerCase(Locale.ROOT).endsWith(".svg");
        Document document;
        try (InputStream in = new Bounded(file.open(), MOST_BYTES)) {
            document = Jsoup.parse(in, null, "", svg ? Parser.xmlParser() : Parser.htmlParser());
        }
        if (document.getElementsByTag("style").stream()
                .anyMatch(s -> s.data().contains("color:")
                        || s.data().contains("fill:")
                        || s.data().contains("background"))) {
            return seen.withColours(Seen.cannotTell(
                    "The colours of a card come from a style sheet, which is not applied here.",
                    "Give them as \"colours\" in the post, or check them with \"govsocial contrast\"."));
        }
        return svg ? drawing(document, seen) : seen.withColours(Seen.known(page(document)));
    }

    /** What is in force where text stands. */
    private record Style(String colour, List<String> background, double pixels, boolean bold) {}

    /** The colours of the text of a page. */
    static List<TextColours> page(Document document) {
        var found = new LinkedHashSet<TextColours>();
        walk(document.body(), new Style("#000", List.of("#FFF"), 16, false), 0, found);
        return List.copyOf(found);
    }

    private static void walk(Element element, Style outer, int depth, LinkedHashSet<TextColours> found) {
        if (depth > MOST_DEPTH) {
            return;
        }
        Style style = inside(element, outer);
        if (!element.ownText().isBlank()) {
            for (String background : style.background()) {
                found.add(new TextColours(style.colour(), background, (int) Math.round(style.pixels()), style.bold()));
            }
        }
        for (Element child : element.children()) {
            walk(child, style, depth + 1, found);
        }
    }

    private static Style inside(Element element, Style outer) {
        String css = element.attr("style");
        String colour = first(property(css, "color"), element.attr("color"));
        String background = first(property(css, "background-color"), property(css, "background"));
        background = background.isEmpty() ? element.attr("bgcolor") : background;
        String weight = property(css, "font-weight");
        boolean heading = element.normalName().matches("h[1-6]|b|strong|th");
        return new Style(
                colour.isEmpty() ? outer.colour() : colour,
                background.isEmpty() || background.equals("transparent") || background.equals("none")
                        ? outer.background()
                        : colours(background),
                pixels(property(css, "font-size"), outer.pixels()),
                weight.isEmpty() ? outer.bold() || heading : isBold(weight));
    }

    /** A plain colour, or those of a gradient; none behind a picture. */
    private static List<String> colours(String background) {
        if (background.contains("url(")) {
            return List.of();
        }
        int open = background.indexOf("gradient(");
        if (open < 0) {
            return List.of(word(background));
        }
        var all = new ArrayList<String>();
        for (String part : background
                .substring(open + 9, Math.max(open + 9, background.lastIndexOf(')')))
                .split(",(?![^(]*\\))", -1)) {
            String colour = word(part);
            if (!colour.isEmpty() && !colour.equals("to") && !colour.endsWith("deg") && !colour.equals("circle")) {
                all.add(colour);
            }
        }
        return all;
    }

    private static String word(String text) {
        String stripped = text.strip();
        int end = stripped.startsWith("rgb") ? stripped.indexOf(')') + 1 : stripped.indexOf(' ');
        return end <= 0 ? stripped : stripped.substring(0, end);
    }

    private static MediaFeatures drawing(Document document, MediaFeatures seen) {
        Element root = document.getElementsByTag("svg").first();
        if (root == null) {
            return seen.withColours(Seen.cannotTell("A card is no SVG.", "Save it again."));
        }
        double width = number(root.attr("width"), box(root, 2));
        double height = number(root.attr("height"), box(root, 3));
        var found = new LinkedHashSet<TextColours>();
        var behind = new ArrayList<Element>();
        for (Element element : root.getAllElements()) {
            if (element.normalName().equals("rect")) {
                behind.add(element);
            } else if (element.normalName().equals("text") && !element.text().isBlank()) {
                String background = background(element, behind, width, height, root);
                String fill = inherited(element, "fill");
                if (background != null && !fill.equals("none") && !fill.startsWith("url(")) {
                    found.add(new TextColours(
                            fill.isEmpty() ? "#000" : fill,
                            background,
                            (int) Math.round(pixels(inherited(element, "font-size"), 16)),
                            isBold(inherited(element, "font-weight"))));
                }
            }
        }
        MediaFeatures told = seen.withColours(Seen.known(List.copyOf(found)));
        return width >= 1 && height >= 1 && width < 100_000 && height < 100_000
                ? told.withSize(Seen.known(new PixelSize((int) width, (int) height)))
                : told;
    }

    /** The colour of the uppermost rectangle behind the start of a text; null when there is none. */
    private static @Nullable String background(
            Element text, List<Element> behind, double width, double height, Element root) {
        double x = number(text.attr("x"), 0);
        double y = number(text.attr("y"), 0);
        for (int i = behind.size() - 1; i >= 0; i--) {
            Element rect = behind.get(i);
            double left = number(rect.attr("x"), 0);
            double top = number(rect.attr("y"), 0);
            boolean inside = x >= left
                    && y >= top
                    && x <= left + extent(rect.attr("width"), width)
                    && y <= top + extent(rect.attr("height"), height);
            String fill = inherited(rect, "fill");
            if (inside && !fill.equals("none")) {
                return fill.startsWith("url(") ? null : fill.isEmpty() ? "#000" : fill;
            }
        }
        String own =
                first(property(root.attr("style"), "background-color"), property(root.attr("style"), "background"));
        return own.isEmpty() ? null : word(own);
    }

    private static double extent(String written, double whole) {
        return written.endsWith("%")
                ? whole * number(written.substring(0, written.length() - 1), 0) / 100
                : number(written, 0);
    }

    private static String inherited(Element element, String name) {
        for (Element at = element; at != null; at = at.parent()) {
            String value = first(property(at.attr("style"), name), at.attr(name));
            if (!value.isEmpty() && !value.equals("inherit")) {
                return value;
            }
        }
        return "";
    }

    private static double box(Element root, int part) {
        String[] parts = root.attr("viewBox").strip().split("[\\s,]+", -1);
        return parts.length == 4 ? number(parts[part], 0) : 0;
    }

    private static String property(String css, String name) {
        for (String part : css.split(";", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0 && part.substring(0, colon).strip().equalsIgnoreCase(name)) {
                return part.substring(colon + 1).replace("!important", "").strip();
            }
        }
        return "";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other.strip() : one;
    }

    private static boolean isBold(String weight) {
        return weight.startsWith("bold") || number(weight, 400) >= 700;
    }

    private static double pixels(String size, double outer) {
        if (size.endsWith("pt")) {
            return number(size.substring(0, size.length() - 2), outer / POINT) * POINT;
        }
        if (size.endsWith("rem")) {
            return number(size.substring(0, size.length() - 3), 1) * 16;
        }
        if (size.endsWith("em")) {
            return number(size.substring(0, size.length() - 2), 1) * outer;
        }
        if (size.endsWith("%")) {
            return number(size.substring(0, size.length() - 1), 100) * outer / 100;
        }
        return number(size, outer);
    }

    private static double number(String written, double otherwise) {
        String digits = written.strip().endsWith("px")
                ? written.strip().substring(0, written.strip().length() - 2)
                : written.strip();
        try {
            return digits.isEmpty() ? otherwise : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
