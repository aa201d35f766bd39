using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Tests.Typesetting;

internal static class Samples
{
    public static readonly string[] Hostile =
    [
        "#read(\"/etc/passwd\")", "#import \"@preview/x:1.0.0\": *", "#{while true {}}", "$ #panic() $", "*stars* _lines_ `ticks`",
        "<script>alert(1)</script>", "&lt;b&gt;", "\\input{/etc/passwd}", "\\write18{ls}", "$(rm -rf /)", "; drop table x; --",
        "<label> @ref ~ -- ---", "#set page(width: 1cm)", "]] }} )) \"", "= Heading", "/ term: x", "https://example.org/a_b",
        "// no comment /* here */", "#sys.inputs", "%s %n {0}",
    ];

    public static readonly Block[] Empty =
    [
        new Heading(Text.Empty), new Paragraph(Text.Empty), new Items([]), new Items([new Item("", [])]), new Bullets([]),
        new Bullets([[]]), new Options([]), new Matching(new MatchingList("", []), new MatchingList("", [])),
        new Table { Rows = [] }, new Table { Rows = [[]] }, new Formula([]), new Formula([""]), new AnswerLines(0),
        new AnswerSpace(0), new Box([]), new CodeLines(""), new Fields([]), new Rule(), new PageBreak(),
    ];

    public static Document Exam { get; } = new()
    {
        Title = "Basic Mathematics Form 4 exam",
        Language = Language.English,
        Header = new ExamHeader
        {
            Lines = ["PRESIDENT'S OFFICE", "REGIONAL ADMINISTRATION AND LOCAL GOVERNMENT", "KIBAHA SECONDARY SCHOOL", "FORM FOUR TERMINAL EXAMINATION"],
            Code = "041",
            Subject = "BASIC MATHEMATICS",
            Candidates = "(For all candidates of Form Four)",
            Time = "Time: 3 Hours",
            Date = "Sunday, 22 November 2026",
            InstructionsTitle = "Instructions",
            Instructions =
            [
                "This paper consists of sections A and B with a total of fourteen (14) questions.",
                "Answer all questions in sections A and B. All necessary working and answers for each question must be shown clearly.",
                "Write your Examination Number on every page of your answer booklet(s).",
            ],
        },
        Footer = "Twiga",
        Blocks =
        [
            new Heading("SECTION A (60 Marks)", 1),
            new Paragraph(new Text([new Italic([new Words("Answer all questions in this section.")])]), Alignment.Centre),
            new Items(
            [
                new Item("1.",
                [
                    new Items(
                    [
                        new Item("(a)", [Says("Simplify ", @"\frac{2}{3} + \frac{5}{6} \times \left(1\frac{1}{2}\right)^2", ".")]) { Marks = "(03 marks)" },
                        new Item("(b)", [Says("Solve the quadratic equation ", "2x^2 - 5x + 2 = 0", " by the formula ", @"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}", ", giving each of your answers correct to two decimal places where that is needed and showing the working.")]) { Marks = "(03 marks)" },
                    ]),
                ]),
                new Item("2.",
                [
                    new Paragraph("For each of the items (i)–(iii), choose the correct answer from the alternatives given and write its letter beside the item number in the answer booklet."),
                    new Items(
                    [
                        new Item("(i)", [new Paragraph("Which planet is the largest?"), Abc("Mercury", "Venus", "Earth", "Mars", "Jupiter")]),
                        new Item("(ii)", [new Paragraph("What happens when a gas is heated at constant pressure?"), Abc("Its volume becomes smaller and its density larger", "Its volume becomes larger and its density smaller", "Nothing that could be measured in a school laboratory", "It becomes a solid")]),
                        new Item("(iii)", [Says("The value of ", @"\int_0^1 x^2\,dx", " is"), new Options([new Option("A", Maths(@"\frac12")), new Option("B", Maths(@"\frac13")), new Option("C", Maths(@"\frac14")), new Option("D", Maths("1"))])]),
                    ]),
                ]) { Marks = "(03 marks)" },
                new Item("3.",
                [
                    new Paragraph("Match each item of List A with its meaning in List B."),
                    new Matching(
                        new MatchingList("List A", [new Option("(i)", "Photosynthesis"), new Option("(ii)", "Respiration"), new Option("(iii)", "Transpiration")]),
                        new MatchingList("List B", [new Option("A", "Loss of water from the leaves of a plant by evaporation"), new Option("B", "Making of food by green plants"), new Option("C", "Release of energy from food"), new Option("D", "Movement of pollen"), new Option("E", "Growth towards light")])),
                ]) { Marks = "(03 marks)" },
                new Item("4.",
                [
                    Says("Given the matrices ", @"A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", " and ", @"B = \begin{bmatrix} 5 & 6 \\ 7 & 8 \end{bmatrix}", ", find ", "AB", " and ", @"\left|\begin{array}{cc} 1 & 2 \\ 3 & 4 \end{array}\right|", "."),
                    new AnswerLines(2),
                ]) { Marks = "(06 marks)" },
                new Item("5.",
                [
                    new Paragraph("Study the working and say where it goes wrong:"),
                    new Formula(["2x + 3 &= 11", "2x &= 11 - 3", "x &= 4"]),
                    new Box([new Paragraph("Juma has 1,500 shillings and buys 3 pens at 400 shillings each. He says: \"I have $300 left & that is 20% of it.\"")], "A note"),
                ]) { Marks = "(02 marks)" },
                new Item("6.",
                [
                    Says("Balance: ", @"\ce{Fe2O3 + CO -> Fe + CO2}", " and ", @"\mathrm{CaCO_3} \xrightarrow{\text{heat}} \mathrm{CaO} + \mathrm{CO_2}\uparrow", ". Vectors: ", @"\vec{AB} = 3\mathbf{i} + \overline{CD}", ", ", @"\begin{cases} x + y = 5 \\ x - y = 1 \end{cases}", ", ", @"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}", ", ", @"\lim_{x \to 0} \frac{\sin x}{x} = 1", ", ", @"\sqrt[3]{27}", ", ", @"45^\circ", ", ", @"\angle ABC", ", ", @"P(A \cup B)", ", ", @"\log_{10} 1{,}000", ", ", "1,000,000", "."),
                ]) { Marks = "(02 marks)" },
            ]),
            new Table
            {
                Head = ["Age", "0–9", "10–19", "20–29"],
                Rows = [["Frequency", "4", "7", "3"]],
                Widths = [2, 1, 1, 1],
            },
        ],
    };

    public static Document Scheme { get; } = new()
    {
        Title = "Azimio la Kazi",
        Language = Language.Swahili,
        Orientation = Orientation.Landscape,
        Header = new FormHeader("AZIMIO LA KAZI", [new Field("Shule:", "Shule ya Sekondari Kibaha"), new Field("Mwalimu:", ""), new Field("Somo:", "Jiografia"), new Field("Kidato:", "Pili"), new Field("Mwaka:", "2026"), new Field("Muhula:", "I")], 3),
        Blocks =
        [
            new Table
            {
                Small = true,
                Head = ["Umahiri mkuu", "Umahiri mahususi", "Shughuli za ujifunzaji", "Shughuli mahususi", "Mwezi", "Wiki", "Vipindi", "Mbinu za kufundishia na kujifunzia", "Zana za kufundishia na kujifunzia", "Zana za upimaji", "Rejea", "Maoni"],
                Widths = [3, 3, 4, 4, 2, 1.5, 1.8, 4, 4, 3, 3, 2],
                Rows = [.. Enumerable.Range(1, 14).Select(w => (IReadOnlyList<Cell>)[
                    "Kuonesha umahiri wa kutumia ramani", "Kusoma ramani", "Wanafunzi wanasoma ramani za topografia katika vikundi na kueleza alama zake", "Kubainisha alama za ramani", "Januari", $"{w}", "4", "Majadiliano ya vikundi, maswali na majibu", "Ramani ya Tanzania, ng'ombe, dira", "Orodha hakiki", "TIE (2021), uk. 12–15", ""])],
            },
        ],
    };

    public static Paragraph Says(params string[] pieces) =>
        new(new Text([.. pieces.Select((p, i) => i % 2 == 0 ? (Inline)new Words(p) : new Maths(p))]));

    private static Options Abc(params string[] texts) =>
        new([.. texts.Select((t, i) => new Option(((char)('A' + i)).ToString(), t))]);

    private static Text Maths(string latex) => new([new Maths(latex)]);
}
