// Runs axe-core on the page, or on a part of it: all rules, or only those about what is `drawn`. Gives each violation and each
// doubt that it leaves to people, and the rules that hold; or nothing if axe-core is not in the page yet.
const [part, drawn, done] = arguments;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/// The sealed frame is a part of a page: its main landmark and its first heading are that page's.
const OF_THE_PAGE = { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } };
/// Each frame is looked at by itself.
const APART = { 'frame-tested': { enabled: false } };
/// Both are left out of the rules by default.
const ALSO = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } };
/// These measure boxes. All other rules read names, roles and what is shown.
const OF_BOXES = ['target-size', 'scrollable-region-focusable'];

/// All rules, or those that a scheme of colours or a width can change: colours, thicker edges, and what has less room.
const chosen = () => {
    if (!drawn) return { type: 'tag', values: TAGS };
    const ofColours = axe.getRules(TAGS).filter(({ tags }) => tags.includes('cat.color'));
    return { type: 'rule', values: [...ofColours.map(({ ruleId }) => ruleId), ...OF_BOXES] };
};

const line = (kind, { id, nodes }) =>
    nodes.map(node => {
        const why = [...node.any, ...node.all, ...node.none].map(check => check.message).join('; ');
        return `${kind} ${id}: ${[node.target].flat(3).join(' ')}: ${why}`;
    });

const run = async () => {
    const { violations, incomplete, passes } = await axe.run(part ?? document, {
        resultTypes: ['violations', 'incomplete'],
        runOnly: chosen(),
        rules: drawn ? {} : { ...OF_THE_PAGE, ...APART, ...ALSO },
        iframes: false,
    });
    const found = [
        ...violations.flatMap(one => line('violates', one)),
        ...incomplete.flatMap(one => line('leaves in doubt', one)),
    ];
    return [found, passes.map(one => one.id)];
};

if (typeof axe == 'undefined') done(null);
else {
    /* unfold */
    run()
        .catch(error => [[`axe-core fails: ${error}`], []])
        .then(found => {
            /* fold */
            done(found);
        });
}
