/// How HTML documents look: on a phone, on a desk, in the dark and on paper.
enum DocumentStyle {
  /// The style sheet. It names no font, picture or address from outside.
  static let css: StaticString = """

    :root {
      --page: #ffffff; --text: #1b2026; --dim: #59636e; --line: #d9dee4; --soft: #f3f5f7;
      --accent: #2f6db5; --good: #1a7335; --warning: #8a5300; --bad: #b3261e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #14181c; --text: #e7eaed; --dim: #9ba6b1; --line: #323a42; --soft: #1d2329;
        --accent: #74aef0; --good: #6cd08a; --warning: #e8b04a; --bad: #ff8f85;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--page); color: var(--text); }
    body {
      margin: 0 auto; max-width: 58rem; padding: 1.5rem 1.25rem 3rem;
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 0; }
    h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    p { margin: .5rem 0; }
    .about { color: var(--dim); margin: .1rem 0 0; }
    nav ol {
      columns: 14rem; column-gap: 2rem; list-style-position: inside; margin: 1.25rem 0 0;
      padding: .75rem 1rem; background: var(--soft); border-radius: .5rem; color: var(--dim);
    }
    nav a { color: var(--accent); text-decoration: none; }
    nav a:hover, nav a:focus { text-decoration: underline; }
    section { padding: 2rem 0 0; margin: 2rem 0 0; border-top: 1px solid var(--line); }
    main > section:only-child { border-top: 0; padding-top: 0; }
    .figures {
      display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; list-style: none; margin: 1rem 0 1.25rem;
      padding: 0;
    }
    .figures b { display: block; font-size: 2.75rem; line-height: 1.1; white-space: nowrap; }
    .figures span {
      display: block; max-width: 12rem; color: var(--dim); font-size: .9rem; line-height: 1.3;
    }
    .table { overflow-x: auto; margin: .5rem 0 1rem; }
    table { border-collapse: collapse; min-width: 60%; font-size: .95rem; }
    th, td {
      text-align: left; vertical-align: baseline; padding: .4rem .9rem .4rem 0;
      border-bottom: 1px solid var(--line);
    }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { color: var(--dim); font-size: .8rem; font-weight: 500; white-space: nowrap; }
    tbody th { font-weight: 600; }
    tbody th.dim { font-weight: 400; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .dim { color: var(--dim); }
    .good { color: var(--good); }
    .warning { color: var(--warning); }
    .bad { color: var(--bad); }
    td.bad, td.warning, td.strong { font-weight: 600; }
    .note, .none { color: var(--dim); font-size: .9rem; max-width: 44rem; }
    blockquote {
      margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: 3px solid var(--accent);
    }
    figure { margin: 1.5rem 0; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    svg { fill: var(--accent); }
    .chart { display: block; width: 100%; height: auto; }
    .chart text { fill: var(--dim); font-size: 14px; }
    .bar { display: inline-block; width: 8rem; height: .6rem; vertical-align: middle; }
    .course { height: 1.1rem; width: auto; vertical-align: -.1rem; }
    .axis { stroke: var(--line); stroke-width: 1.5; }
    .mark { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 5 4; }
    rect.beyond { fill: var(--bad); }
    .area { stroke: var(--page); stroke-width: 1.5; }
    .a0 { fill-opacity: 1; } .a1 { fill-opacity: .84; } .a2 { fill-opacity: .7; }
    .a3 { fill-opacity: .58; } .a4 { fill-opacity: .46; } .a5 { fill-opacity: .35; }
    .a6 { fill-opacity: .25; } .a7 { fill-opacity: .16; }
    .legend {
      display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .5rem 0 0;
      padding: 0; color: var(--dim); font-size: .9rem;
    }
    .legend svg { width: .8rem; height: .8rem; vertical-align: -.05rem; }
    @media (max-width: 36rem) {
      body { padding: 1.25rem 1rem 2rem; }
      .figures { gap: .75rem 1.75rem; }
      .figures b { font-size: 2.25rem; }
      .figures span { max-width: 9rem; }
      table { width: 100%; font-size: .9rem; }
      th, td { padding-right: .6rem; }
      .extra { display: none; }
      .chart text { font-size: 22px; }
    }
    @media print {
      :root {
        --page: #ffffff; --text: #000000; --dim: #4a4f55; --line: #c4c9cf; --soft: #ffffff;
        --accent: #2f5f96; --good: #14602b; --warning: #7a4800; --bad: #9c1c15;
      }
      @page { margin: 16mm; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      nav { display: none; }
      section { margin-top: 1.25rem; padding-top: 1.25rem; }
      h2, h3, figcaption, .about, .figures { break-after: avoid; }
      tr, figure, .figures, .table, blockquote { break-inside: avoid; }
      thead { display: table-header-group; }
      .table { overflow: visible; }
    }

    """
}
