namespace Twiga.Application.Documents;

/// <summary>Commands that stand for one sign.</summary>
internal static class LatexSymbols
{
    private const string Letters =
        """
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ
        mu μ nu ν xi ξ omicron ο pi π varpi π rho ρ varrho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ
        psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω hbar ħ ell ℓ
        imath ı jmath ȷ partial ∂ nabla ∇ Re ℜ Im ℑ aleph ℵ
        """;

    private const string Ordinary =
        """
        infty ∞ degree ° textdegree ° celsius °C prime ′ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■
        circledcirc ⊚ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ ldots … dots … cdots …
        dotsc … dotsb … vdots ⋮ ddots ⋱ checkmark ✓ bullet • dagger † pounds £ euro € % % # # & & $ $ _ _ copyright ©
        heartsuit ♥ diamond ◇ star ⋆ bigstar ★ ohm Ω micro µ permil ‰ S § P ¶ complement ∁ mho ℧ AA Å angstrom Å
        """;

    private const string Binary =
        """
        times × div ÷ cdot · pm ± mp ∓ ast × cup ∪ cap ∩ setminus ∖ backslash ∖ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕
        ominus ⊖ otimes ⊗ odot ⊙ circ ∘ bigcirc ◯ bmod mod
        """;

    private const string Relations =
        """
        le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫
        lt < gt > to → rightarrow → longrightarrow → gets ← leftarrow ← longleftarrow ← leftrightarrow ↔ mapsto ↦
        longleftrightarrow ↔ rightleftharpoons ⇌ leftrightharpoons ⇌ rightleftarrows ⇄ Rightarrow ⇒ implies ⇒ Leftarrow ⇐
        Longrightarrow ⇒ impliedby ⇐ Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ uparrow ↑ downarrow ↓ updownarrow ↕
        nearrow ↗ searrow ↘ nwarrow ↖ swarrow ↙ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ nsubseteq ⊈
        subsetneq ⊊ nsubset ⊄ perp ⊥ parallel ∥ nparallel ∦ mid | nmid ∤ therefore ∴ because ∵ vdash ⊢ models ⊨ doteq ≐
        asymp ≍ prec ≺ succ ≻ triangleq ≜ coloneqq ≔ colon :
        """;

    private const string Functions =
        """
        sin sin cos cos tan tan cot cot sec sec csc csc cosec cosec arcsin arcsin arccos arccos arctan arctan sinh sinh
        cosh cosh tanh tanh log log ln ln lg lg exp exp lim lim max max min min sup sup inf inf gcd gcd lcm lcm det det
        dim dim arg arg deg deg hcf hcf antilog antilog Pr Pr ker ker hom hom
        """;

    private const string Large = "sum ∑ prod ∏ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ coprod ∐";

    private const string Openings = "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lparen (";

    private const string Closings = "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rparen )";

    private const string Bars = "vert | lvert | rvert | | ‖ Vert ‖ lVert ‖ rVert ‖";

    private static readonly Dictionary<string, MathNode.Symbol> All = Read();

    public static MathNode.Symbol? Find(string name) => All.GetValueOrDefault(name);

    private static Dictionary<string, MathNode.Symbol> Read()
    {
        var all = new Dictionary<string, MathNode.Symbol>(StringComparer.Ordinal);
        (string Names, MathKind Kind)[] tables =
        [
            (Letters, MathKind.Letter), (Ordinary, MathKind.Ordinary), (Binary, MathKind.Binary),
            (Relations, MathKind.Relation), (Functions, MathKind.Function), (Large, MathKind.Large),
            (Openings, MathKind.Opening), (Closings, MathKind.Closing), (Bars, MathKind.Bar),
        ];
        foreach (var (names, kind) in tables)
        {
            var words = names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i += 2)
                all[words[i]] = new MathNode.Symbol(words[i + 1], kind);
        }

        foreach (var space in (string[])[",", ";", ":", " ", ">", "quad", "qquad", "thinspace", "enspace", "space"])
            all[space] = new MathNode.Symbol(" ", MathKind.Space);
        all["newline"] = all["\\"] = all["cr"] = new MathNode.Symbol("\n", MathKind.Break);
        return all;
    }
}
