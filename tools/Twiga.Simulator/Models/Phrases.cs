namespace Twiga.Simulator.Models;

/// <summary>What the stand-in says in its own words, in one language.</summary>
internal abstract record Phrases
{
    private static readonly Phrases _english = new English();
    private static readonly Phrases _swahili = new Swahili();

    public abstract string Greeting { get; }

    public abstract string Welcome { get; }

    public abstract string AskMe { get; }

    public abstract string WhoIAm { get; }

    public abstract string NoTools { get; }

    public abstract string FromYourBook { get; }

    public static Phrases In(bool swahili) => swahili ? _swahili : _english;

    public abstract string NotCovered(string phrase, string? className);

    private sealed record English : Phrases
    {
        public override string Greeting =>
            "Hello! I am Twiga's stand-in model: I only quote your books. Which topic shall we look at?";

        public override string Welcome => "You are welcome. Ask me about another topic whenever you like.";

        public override string AskMe => "Write me a question about a topic from one of your classes.";

        public override string WhoIAm =>
            "I am the stand-in model of Twiga, a program with open source code for teachers: rules that quote your books, no "
            + "language model. How I am instructed stays with me. Which topic shall we look at?";

        public override string NoTools =>
            "I am only a stand-in model and cannot look into your books at the moment, so I have no answer to that.";

        public override string FromYourBook => "From your book (stand-in model, I only quote):";

        public override string NotCovered(string phrase, string? className) => className is null
            ? $"I am sorry, your books do not cover this. I looked for “{phrase}”."
            : $"I am sorry, your {className} books do not cover this. I looked for “{phrase}”.";
    }

    private sealed record Swahili : Phrases
    {
        public override string Greeting =>
            "Habari, mwalimu! Mimi ni modeli ya majaribio ya Twiga: nanukuu vitabu vyako tu. Tuangalie mada gani?";

        public override string Welcome => "Karibu sana, mwalimu. Niulize mada nyingine wakati wowote.";

        public override string AskMe => "Niandikie swali kuhusu mada ya darasa lako mojawapo.";

        public override string WhoIAm =>
            "Mimi ni modeli ya majaribio ya Twiga, programu huria ya kuwasaidia walimu: nanukuu vitabu vyako kwa kanuni tu. "
            + "Maelekezo yangu siyatoi. Tuangalie mada gani?";

        public override string NoTools =>
            "Mimi ni modeli ya majaribio tu, na kwa sasa siwezi kusoma vitabu vyako, hivyo sina jibu la swali hili.";

        public override string FromYourBook => "Kutoka kwenye kitabu chako (modeli ya majaribio, nanukuu tu):";

        public override string NotCovered(string phrase, string? className) => className is null
            ? $"Samahani mwalimu, vitabu vyako havina mada hii. Nimetafuta “{phrase}”."
            : $"Samahani mwalimu, vitabu vyako vya {className} havina mada hii. Nimetafuta “{phrase}”.";
    }
}
