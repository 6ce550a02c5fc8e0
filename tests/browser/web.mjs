// A web page of our own making, with the frame that pages have.
export const HEADLINE = "Harbour council puts off the vote on the new pier";

export const PARAGRAPHS = [
  "The harbour council put off its vote on the new pier on Tuesday, after two members said that the cost had not been explained to them.",
  "“We were given forty pages an hour before the meeting,” said Lena Ortiz, who has sat on the council since 2011. “Nobody can read that.”",
  "The pier would cost 4.2 million dollars and stand where the old fish market burned down last winter, a few steps from the ferry.",
  "Tom Hale, the harbour master, told the meeting that every month of waiting would make the work dearer and the summer shorter.",
  "The council meets again on 14 March. Until then the ground stays fenced off, and the ferry leaves from the northern quay.",
];

const links = (words) => words.map((word) => `<li><a href="/${word.toLowerCase()}">${word}</a></li>`).join("");

export const PAGE = `<!doctype html><html lang="en"><head><title>${HEADLINE} | The Harbour Letter</title><style>p { color: red }</style><script>globalThis.ran = 1</script></head>
<body><header><div class="logo">The Harbour Letter</div><nav><ul>${links(["Home", "News", "Sport", "Weather", "Letters", "Archive"])}</ul></nav></header>
<main><div class="breadcrumb"><a href="/">Home</a> / <a href="/news">News</a></div>
<article><h1>${HEADLINE}</h1><p class="byline">By Ann Pell</p><time class="timestamp">3 March 2026</time>
<div class="share-bar"><button>Share</button><button>Print</button></div>
<figure><img src="https://example.org/pier.jpg" onerror="globalThis.ran = 2"><figcaption>The old fish market in January. Photograph: J. Ames</figcaption></figure>
<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>
<div class="newsletter-box"><p>Get the Harbour Letter in your post every Friday. Sign up here and never miss a story from the quay.</p></div>
<p>${PARAGRAPHS[2]}</p>
<div class="related"><h3>Read more</h3><ul>${links(["Ferries late for a third week", "Fish market to move inland", "Who owns the northern quay"])}</ul></div>
<p>${PARAGRAPHS[3]}</p><p>${PARAGRAPHS[4]}</p></article>
<aside><h2>Most read</h2><ol>${links(["Gull steals mayor’s hat", "Tide tables for April", "Lighthouse for sale"])}</ol></aside></main>
<section class="comments"><h2>Comments</h2><p>gullwatcher: About time that somebody read the small print in one of these plans.</p></section>
<footer><p>© 2026 The Harbour Letter. All rights reserved.</p><form><input name="q"><button>Search</button></form><a href="/terms">Terms</a></footer></body></html>`;
