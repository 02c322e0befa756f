// Runs axe-core on the page, or on a part of it. Gives each violation, and each doubt that it leaves to people.
const [part, done] = arguments;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/// The sealed frame is a part of a page: its main landmark and its first heading are that page's.
const OF_THE_PAGE = { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } };
/// Each frame is looked at by itself.
const APART = { 'frame-tested': { enabled: false } };
/// Both are left out of the rules by default.
const ALSO = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } };

const line = (kind, { id, nodes }) =>
    nodes.map(node => {
        const why = [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ');
        return `${kind} ${id}: ${[node.target].flat(3).join(' ')}: ${why}`;
    });

axe.run(part ?? document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: { type: 'tag', values: TAGS },
    rules: { ...OF_THE_PAGE, ...APART, ...ALSO },
    iframes: false,
}).then(
    ({ violations, incomplete, passes }) => {
        const found = [
            ...violations.flatMap(one => line('violates', one)),
            ...incomplete.flatMap(one => line('leaves in doubt', one)),
        ];
        done([found, passes.map(one => one.id)]);
    },
    error => done([[`axe-core fails: ${error}`], []]),
);
