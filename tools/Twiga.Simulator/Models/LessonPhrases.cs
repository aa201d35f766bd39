using System.Text.Json.Nodes;

namespace Twiga.Simulator.Models;

/// <summary>A stage of a lesson in set phrases.</summary>
internal sealed record StagePhrases(string Teaching, string[] Learning, string Assessment);

/// <summary>What the stand-in writes in lesson plans and schemes of work around what it takes from the book.</summary>
internal abstract record LessonPhrases
{
    private static readonly LessonPhrases _english = new English();
    private static readonly LessonPhrases _swahili = new Swahili();

    public abstract string[] Resources { get; }

    protected abstract string[] Methods { get; }

    protected abstract string[] Means { get; }

    protected abstract string[] Tools { get; }

    public static LessonPhrases In(bool swahili) => swahili ? _swahili : _english;

    public abstract string MainCompetence(string topic);

    public abstract string SpecificCompetence(string title);

    public abstract string MainActivity(string topic);

    public abstract string SpecificActivity(string title);

    public abstract string Lead(int stage, string sentence);

    /// <summary>0 is the beginning, 3 the end.</summary>
    public abstract StagePhrases Stage(int place, string topic, string about);

    public JsonObject Row(string about, int step, string? fact, int at) => new()
    {
        ["specific_competence"] = SpecificCompetence(about),
        ["learning_activities"] = Learning(step, about),
        ["specific_activity"] = Specific(step, about, fact),
        ["methods"] = Methods[at % Methods.Length],
        ["resources"] = Means[at % Means.Length],
        ["assessment"] = Tools[at % Tools.Length],
    };

    protected abstract string Learning(int step, string about);

    protected abstract string Specific(int step, string about, string? fact);

    private sealed record English : LessonPhrases
    {
        public override string[] Resources =>
            ["Textbook", "Chalkboard and chalk", "Manila sheets and marker pens", "Real objects from around the school"];

        protected override string[] Methods =>
            ["Group discussion, questions and answers", "Observation, demonstration", "Brainstorming, presentation"];

        protected override string[] Means =>
            ["Textbook, chalkboard", "Real objects, manila sheets", "Textbook, charts and pictures"];

        protected override string[] Tools => ["Oral questions", "Written exercise", "Checklist, portfolio"];

        public override string MainCompetence(string topic) => $"Demonstrate mastery of {topic} and use it in daily life.";

        public override string SpecificCompetence(string title) => $"Explain {title} with examples.";

        public override string MainActivity(string topic) => $"Find out about {topic} by reading, observing and talking.";

        public override string SpecificActivity(string title) => $"Investigate {title} in groups and present the findings.";

        public override string Lead(int stage, string sentence) => stage == 1
            ? $"Lead the groups to find out and explain that: {sentence}"
            : $"Let the groups check with an example of their own that: {sentence}";

        public override StagePhrases Stage(int place, string topic, string about) => place switch
        {
            0 => new(
                $"Ask what pupils know already about {topic} and write their ideas on the chalkboard.",
                ["Say what they know from home and from earlier lessons.", "Compare their ideas in pairs."],
                $"What they know already about {topic} is said in their own words."),
            1 => new(
                $"Form groups and have them read about {about}.",
                ["Read in groups and note the main points.", "Ask and answer questions about what they read."],
                $"The main points of {about} are named correctly."),
            2 => new(
                $"Give each group a task in which {about} is met in their own village or town.",
                ["Work on the task and prepare a chart or drawing.", "Give reasons for what they chose."],
                $"The chart shows {about} correctly and with an example."),
            _ => new(
                "Let the groups present and have the others judge by the criteria.",
                ["Present their work and answer questions.", "Judge the work of another group by the criteria."],
                $"The presentation on {topic} is right, clear and has an example."),
        };

        protected override string Learning(int step, string about) => (step % 3) switch
        {
            1 => $"Read in groups and discuss {about}.",
            2 => $"Observe and record examples of {about} from around the school.",
            _ => $"Prepare a chart on {about} and present it.",
        };

        protected override string Specific(int step, string about, string? fact) => (step, fact) switch
        {
            (1, _) => $"Explain {about}.",
            (_, { } sentence) => $"Show with examples: {sentence}",
            _ => $"Use {about} in an example, part {step}.",
        };
    }

    private sealed record Swahili : LessonPhrases
    {
        public override string[] Resources =>
            ["Kitabu cha kiada", "Ubao na chaki", "Karatasi za manila na kalamu za wino", "Vitu halisi vya mazingira ya shule"];

        protected override string[] Methods =>
            ["Majadiliano ya vikundi, maswali na majibu", "Uchunguzi, onesho mbinu", "Bungua bongo, uwasilishaji"];

        protected override string[] Means =>
            ["Kitabu cha kiada, ubao", "Vitu halisi, karatasi za manila", "Kitabu cha kiada, chati na picha"];

        protected override string[] Tools => ["Maswali ya mdomo", "Zoezi la kuandika", "Orodha hakiki, mkoba wa kazi"];

        public override string MainCompetence(string topic) => $"Kumudu mada ya {topic} na kuitumia katika maisha ya kila siku.";

        public override string SpecificCompetence(string title) => $"Kueleza {title} kwa mifano.";

        public override string MainActivity(string topic) => $"Kuchunguza {topic} kwa kusoma, kuangalia na kujadiliana.";

        public override string SpecificActivity(string title) => $"Kuchunguza {title} katika vikundi na kuwasilisha matokeo.";

        public override string Lead(int stage, string sentence) => stage == 1
            ? $"Kuongoza vikundi kugundua na kueleza kwamba: {sentence}"
            : $"Kuviongoza vikundi kuhakiki kwa mfano wao kwamba: {sentence}";

        public override StagePhrases Stage(int place, string topic, string about) => place switch
        {
            0 => new(
                $"Kuuliza wanafunzi wanachojua kuhusu {topic} na kuandika mawazo yao ubaoni.",
                ["Kueleza wanachojua kutoka nyumbani na vipindi vilivyopita.", "Kulinganisha mawazo yao wawili wawili."],
                $"Wanachojua kuhusu {topic} kimeelezwa kwa maneno yao."),
            1 => new(
                $"Kuunda vikundi na kuwaongoza kusoma kuhusu {about}.",
                ["Kusoma katika vikundi na kuandika hoja kuu.", "Kuulizana na kujibu maswali kuhusu walichosoma."],
                $"Hoja kuu za {about} zimetajwa kwa usahihi."),
            2 => new(
                $"Kukipa kila kikundi kazi inayohusu {about} katika kijiji au mtaa wao.",
                ["Kufanya kazi na kuandaa chati au mchoro.", "Kutoa sababu za walichochagua."],
                $"Chati inaonesha {about} kwa usahihi na kwa mfano."),
            _ => new(
                "Kuviongoza vikundi kuwasilisha, na wengine kutathmini kwa vigezo.",
                ["Kuwasilisha kazi yao na kujibu maswali.", "Kutathmini kazi ya kikundi kingine kwa vigezo."],
                $"Uwasilishaji kuhusu {topic} ni sahihi, unaeleweka na una mfano."),
        };

        protected override string Learning(int step, string about) => (step % 3) switch
        {
            1 => $"Kusoma katika vikundi na kujadili {about}.",
            2 => $"Kuchunguza na kuandika mifano ya {about} katika mazingira ya shule.",
            _ => $"Kuandaa chati kuhusu {about} na kuiwasilisha.",
        };

        protected override string Specific(int step, string about, string? fact) => (step, fact) switch
        {
            (1, _) => $"Kueleza {about}.",
            (_, { } sentence) => $"Kuonesha kwa mifano: {sentence}",
            _ => $"Kutumia {about} katika mfano, sehemu ya {step}.",
        };
    }
}
