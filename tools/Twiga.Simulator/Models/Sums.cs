using System.Globalization;

namespace Twiga.Simulator.Models;

/// <summary>A sum in words with a whole number as its result, in the unit of its result; its rule, and the figures put in.</summary>
internal sealed record Sum(string Question, int Result, Func<int, string> Say, string Rule, string Working)
{
    public string Answer => Say(Result);

    /// <summary>Other results that somebody may find who reckons wrongly.</summary>
    public IEnumerable<string> Others(int count) => Enumerable.Range(1, count)
        .Select(n => Say(Result + (n * Math.Max(1, Result / 10))));
}

/// <summary>Sums about what the words speak of, else of school arithmetic, one kind after another.</summary>
internal sealed class Sums(uint seed, bool swahili, string about)
{
    private static readonly string[] _places =
        ["Arusha", "Mbeya", "Dodoma", "Mwanza", "Tanga", "Iringa", "Kigoma", "Singida", "Mtwara", "Bukoba", "Songea"];

    private static readonly (string Name, string Formula, string Atoms, int Mass)[] _substances =
    [
        ("sodium hydroxide", @"\mathrm{NaOH}", "Na = 23, O = 16, H = 1", 40), ("water", @"\mathrm{H_2O}", "H = 1, O = 16", 18),
        ("calcium carbonate", @"\mathrm{CaCO_3}", "Ca = 40, C = 12, O = 16", 100), ("ammonia", @"\mathrm{NH_3}", "N = 14, H = 1", 17),
        ("sulphuric acid", @"\mathrm{H_2SO_4}", "H = 1, S = 32, O = 16", 98), ("carbon dioxide", @"\mathrm{CO_2}", "C = 12, O = 16", 44),
    ];

    private static readonly (string Name, string Sign, int Mass)[] _metals = [("magnesium", "Mg", 24), ("calcium", "Ca", 40), ("zinc", "Zn", 65)];

    private static readonly (string English, string Swahili)[] _long =
        [("ladder", "Mti"), ("plank", "Ubao"), ("bamboo pole", "Mwanzi"), ("steel cable", "Waya"), ("wooden beam", "Mhimili")];

    private readonly Random _figures = new((int)(seed & int.MaxValue));

    public Sum Next()
    {
        var kinds = Kinds();
        var from = (int)(seed % (uint)kinds.Length);
        return Asked.LeastFirst([.. kinds[from..], .. kinds[..from]], 1, kind => "sum: " + kind.Method.Name)[0]();
    }

    private Func<Sum>[] Kinds() => about.ToLowerInvariant() switch
    {
        var t when Speaks(t, "mole concept", "chemistry", "kemia") => [Moles, MassOfMoles, Burning],
        var t when Speaks(t, "quadratic", "mlinganyo wa pili") => [Quadratic, Factors, Equation],
        var t when Speaks(t, "logarithm", "logi") => [Power, Logarithm, Radical],
        var t when Speaks(t, "pythagoras", "trigonometr") => [Hypotenuse, Ladder, Angle],
        var t when Speaks(t, "statistics", "takwimu", "frequency") => [Mean, Total, Range],
        var t when Speaks(t, "physics", "fizikia") => [Speed, Distance, Density],
        _ => [Sale, Area, Fence, Speed, Share, Ratio, Interest, Tank, Equation, Mean, Angle, Discount, Density],
    };

    private static bool Speaks(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    private int From(int least, int below) => _figures.Next(least, below);

    private string Place() => _places[From(0, _places.Length)];

    private string In(string english, string inSwahili) => swahili ? inSwahili : english;

    private Sum Sale()
    {
        var (place, count, price) = (Place(), From(12, 96), From(3, 60) * 100);
        return new(
            In($"A trader in {place} sells {count} books for Sh {price} each. How much money does the trader receive?",
                $"Mfanyabiashara wa {place} aliuza vitabu {count} kwa Sh {price} kila kimoja. Alipata fedha kiasi gani?"),
            count * price, Shillings,
            In("Money = number of books × price of one", "Fedha = idadi ya vitabu × bei ya kimoja"), $"{count} × {price}");
    }

    private Sum Area()
    {
        var (place, length, width) = (Place(), From(20, 90), From(11, 60));
        return new(
            In($"A rectangular plot in {place} is {length} m long and {width} m wide. Calculate its area.",
                $"Kiwanja chenye umbo la mstatili huko {place} kina urefu wa m {length} na upana wa m {width}. Kokotoa eneo lake."),
            length * width, n => $"{n} m²", In("Area = length × width", "Eneo = urefu × upana"), $"{length} × {width}");
    }

    private Sum Fence()
    {
        var (length, width) = (From(25, 99), From(12, 75));
        return new(
            In($"A fence goes once round a garden whose sides are {length} m and {width} m. Find the length of the fence.",
                $"Uzio unazunguka bustani ya mstatili yenye pande za m {length} na m {width}. Tafuta urefu wa uzio."),
            2 * (length + width), n => $"{n} m",
            In("Perimeter = 2 × (length + width)", "Mzingo = 2 × (urefu + upana)"), $"2 × ({length} + {width})");
    }

    private Sum Speed()
    {
        var (place, speed, hours) = (Place(), From(40, 96), From(2, 8));
        return new(
            In($"A bus travelled {speed * hours} km from {place} in {hours} hours. Find its average speed.",
                $"Basi lilisafiri km {speed * hours} kutoka {place} kwa saa {hours}. Tafuta mwendokasi wake wa wastani."),
            speed, n => $"{n} km/h", In("Speed = distance ÷ time", "Mwendokasi = umbali ÷ muda"), $"{speed * hours} ÷ {hours}");
    }

    private Sum Distance()
    {
        var (speed, seconds) = (From(4, 30), From(12, 60));
        return new(
            In($"A cyclist rides at {speed} m/s for {seconds} s. Calculate the distance covered.",
                $"Mwendesha baiskeli anakwenda kwa m/s {speed} kwa sekunde {seconds}. Kokotoa umbali aliokwenda."),
            speed * seconds, n => $"{n} m", In("Distance = speed × time", "Umbali = mwendokasi × muda"), $"{speed} × {seconds}");
    }

    private Sum Share()
    {
        var (pupils, percent) = (From(3, 20) * 100, From(5, 19) * 5);
        return new(
            In($"Of the {pupils} pupils of a school, {percent}% are girls. How many girls are there?",
                $"Shule ina wanafunzi {pupils}, na asilimia {percent} kati yao ni wasichana. Shule ina wasichana wangapi?"),
            pupils * percent / 100, n => In($"{n} girls", $"wasichana {n}"),
            In("Girls = percentage ÷ 100 × all pupils", "Wasichana = asilimia ÷ 100 × wanafunzi wote"), $"{percent} ÷ 100 × {pupils}");
    }

    private Sum Ratio()
    {
        var (first, second, unit) = (From(2, 6), From(7, 12), From(3, 40) * 1000);
        var all = (first + second) * unit;
        return new(
            In($"Two farmers share Sh {all} in the ratio {first}:{second}. What does the first one get?",
                $"Wakulima wawili waligawana Sh {all} kwa uwiano wa {first}:{second}. Wa kwanza alipata kiasi gani?"),
            first * unit, Shillings,
            In("Part of the first = first ÷ sum of the ratio × money", "Sehemu ya kwanza = namba ya kwanza ÷ jumla ya uwiano × fedha"),
            $"{first} ÷ {first + second} × {all}");
    }

    private Sum Interest()
    {
        var (amount, rate, years) = (From(4, 60) * 10_000, From(3, 13), From(2, 6));
        return new(
            In($"Find the simple interest on a loan of Sh {amount} at {rate}% a year for {years} years.",
                $"Tafuta riba rahisi ya mkopo wa Sh {amount} kwa asilimia {rate} kwa mwaka, kwa miaka {years}."),
            amount / 100 * rate * years, Shillings, @"$I = \frac{PRT}{100}$", $@"$I = \frac{{{amount} \times {rate} \times {years}}}{{100}}$");
    }

    private Sum Tank()
    {
        var (length, width, height) = (From(3, 12), From(2, 9), From(2, 7));
        return new(
            In($"A water tank measures {length} m by {width} m by {height} m. Calculate its volume.",
                $"Tangi la maji lina urefu wa m {length}, upana wa m {width} na kina cha m {height}. Kokotoa ujazo wake."),
            length * width * height, n => $"{n} m³",
            In("Volume = length × width × height", "Ujazo = urefu × upana × kina"), $"{length} × {width} × {height}");
    }

    private Sum Equation()
    {
        var (factor, term, root) = (From(2, 10), From(4, 30), From(3, 25));
        return new(
            In($"Solve for $x$ the equation ${factor}x + {term} = {(factor * root) + term}$.",
                $"Tafuta thamani ya $x$ katika mlinganyo ${factor}x + {term} = {(factor * root) + term}$."),
            root, n => $"$x = {n}$", $"${factor}x = {(factor * root) + term} - {term}$", $@"$x = \frac{{{factor * root}}}{{{factor}}}$");
    }

    private Sum Quadratic()
    {
        var (small, more) = (From(2, 8), From(1, 6));
        var (large, sum) = (small + more, (2 * small) + more);
        return new(
            In($"Find the larger root of the equation $x^2 - {sum}x + {small * large} = 0$ by the quadratic formula.",
                $"Tafuta jibu kubwa la mlinganyo $x^2 - {sum}x + {small * large} = 0$ kwa kanuni ya jumla."),
            large, n => $"$x = {n}$", @"$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$",
            $@"$x = \frac{{{sum} \pm \sqrt{{{sum}^2 - 4 \times {small * large}}}}}{{2}}$");
    }

    private Sum Factors()
    {
        var (width, more) = (From(4, 15), From(2, 9));
        return new(
            In($"The length of a garden is {more} m more than its width, and its area is {width * (width + more)} m². Find the width.",
                $"Urefu wa bustani unazidi upana wake kwa m {more}, na eneo lake ni m² {width * (width + more)}. Tafuta upana."),
            width, n => $"{n} m", $"$w(w + {more}) = {width * (width + more)}$", $"$(w - {width})(w + {width + more}) = 0$");
    }

    private Sum Power()
    {
        var (b, m, n) = (From(2, 8), From(3, 9), From(2, 8));
        return new(
            In($@"Find $n$ if ${b}^{{{m}}} \times {b}^{{{n}}} = {b}^n$.", $@"Tafuta $n$ ikiwa ${b}^{{{m}}} \times {b}^{{{n}}} = {b}^n$."),
            m + n, r => $"$n = {r}$", @"$a^m \times a^n = a^{m + n}$", $"${b}^{{{m} + {n}}}$");
    }

    private Sum Logarithm()
    {
        var (b, power) = (From(2, 5), From(2, 6));
        var number = (int)Math.Pow(b, power);
        return new(
            In($@"Evaluate $\log_{{{b}}} {number}$ without tables.", $@"Tafuta thamani ya $\log_{{{b}}} {number}$ bila jedwali."),
            power, n => $"{n}", $@"$\log_a a^n = n$", $@"$\log_{{{b}}} {b}^{{{power}}}$");
    }

    private Sum Radical()
    {
        var (root, one) = (From(4, 16), From(2, 6));
        return new(
            In($@"Simplify $\sqrt{{{root * root * one}}} \div \sqrt{{{one}}}$.", $@"Rahisisha $\sqrt{{{root * root * one}}} \div \sqrt{{{one}}}$."),
            root, n => $"{n}", @"$\frac{\sqrt{a}}{\sqrt{b}} = \sqrt{\frac{a}{b}}$", $@"$\sqrt{{\frac{{{root * root * one}}}{{{one}}}}} = \sqrt{{{root * root}}}$");
    }

    private Sum Hypotenuse()
    {
        var scale = From(2, 12);
        return new(
            In($"The shorter sides of a right-angled triangle are {3 * scale} cm and {4 * scale} cm. Find the hypotenuse.",
                $"Pande fupi za pembetatu mraba ni sm {3 * scale} na sm {4 * scale}. Tafuta kiegama."),
            5 * scale, n => $"{n} cm", "$c^2 = a^2 + b^2$", $@"$c = \sqrt{{{3 * scale}^2 + {4 * scale}^2}}$");
    }

    private Sum Ladder()
    {
        var (height, thing) = (From(2, 9), _long[From(0, _long.Length)]);
        return new(
            In($@"A {thing.English} {2 * height} m long leans against a wall in {Place()} at $30^\circ$ to the ground. How high does it reach? ($\sin 30^\circ = 0.5$)",
                $@"{thing.Swahili} wenye urefu wa m {2 * height} umeegemea ukuta kwa pembe ya $30^\circ$ na ardhi. Unafika juu kiasi gani? ($\sin 30^\circ = 0.5$)"),
            height, n => $"{n} m",
            In(@"$\sin \theta = \frac{\text{opposite}}{\text{hypotenuse}}$", @"$\sin \theta = \frac{\text{mkabala}}{\text{kiegama}}$"),
            $@"$h = {2 * height} \times \sin 30^\circ$");
    }

    private Sum Mean()
    {
        var (middle, near, far) = (From(40, 80), From(3, 12), From(13, 25));
        int[] scores = [middle - far, middle - near, middle, middle + near, middle + far];
        return new(
            In($"Five learners scored {string.Join(", ", scores[..4])} and {scores[4]}. Find the mean score.",
                $"Alama za wanafunzi watano ni {string.Join(", ", scores[..4])} na {scores[4]}. Tafuta wastani."),
            middle, n => $"{n}", @"$\bar{x} = \frac{\sum x}{n}$", $@"$\bar{{x}} = \frac{{{scores.Sum()}}}{{5}}$");
    }

    private Sum Total()
    {
        var (mean, count) = (From(12, 60), From(5, 12));
        return new(
            In($"The mean mass of {count} bags of rice is {mean} kg. What do all the bags weigh together?",
                $"Wastani wa uzito wa mifuko {count} ya mchele ni kg {mean}. Mifuko yote ina uzito gani?"),
            mean * count, n => $"{n} kg", @"$\sum x = n \times \bar{x}$", $@"${count} \times {mean}$");
    }

    private Sum Range()
    {
        var (least, more) = (From(11, 30), From(21, 60));
        return new(
            In($"The marks in a test were {least + 9}, {least}, {least + more}, {least + 15} and {least + 4}. Find the range.",
                $"Alama za jaribio zilikuwa {least + 9}, {least}, {least + more}, {least + 15} na {least + 4}. Tafuta tofauti kati ya kubwa na ndogo."),
            more, n => $"{n}", In("Range = highest mark − lowest mark", "Tofauti = alama ya juu − alama ya chini"), $"{least + more} − {least}");
    }

    private Sum Angle()
    {
        var (one, other) = (From(25, 80), From(30, 75));
        return new(
            In($"Two angles of a triangle measure {one}° and {other}°. Work out the third angle.",
                $"Pembe mbili za pembetatu zina nyuzi {one} na {other}. Tafuta pembe ya tatu."),
            180 - one - other, n => $"{n}°",
            In("The angles of a triangle add up to 180°", "Jumla ya pembe za pembetatu ni nyuzi 180"), $"180° − {one}° − {other}°");
    }

    private Sum Discount()
    {
        var (place, price, percent) = (Place(), From(4, 50) * 2000, From(2, 9) * 5);
        return new(
            In($"A shop in {place} cuts the price of a radio, Sh {price}, by {percent}%. What is the new price?",
                $"Bei ya redio ya Sh {price} katika duka la {place} ilipunguzwa kwa asilimia {percent}. Bei mpya ni kiasi gani?"),
            price / 100 * (100 - percent), Shillings,
            In("New price = (100 − discount) ÷ 100 × price", "Bei mpya = (100 − punguzo) ÷ 100 × bei"), $"{100 - percent} ÷ 100 × {price}");
    }

    private Sum Density()
    {
        var (density, volume) = (From(2, 12), From(15, 80));
        return new(
            In($"A stone with a mass of {density * volume} g takes up {volume} cm³. Determine its density.",
                $"Jiwe lenye tungamo ya g {density * volume} lina ujazo wa cm³ {volume}. Tafuta densiti ya jiwe hilo."),
            density, n => $"{n} g/cm³", In("Density = mass ÷ volume", "Densiti = tungamo ÷ ujazo"), $"{density * volume} ÷ {volume}");
    }

    private Sum Moles()
    {
        var (moles, of) = (From(2, 15), _substances[From(0, _substances.Length)]);
        return new(
            In($@"How many moles are there in {moles * of.Mass} g of {of.Name}, ${of.Formula}$? ({of.Atoms})",
                $@"Kuna moli ngapi katika g {moles * of.Mass} za ${of.Formula}$? ({of.Atoms})"),
            moles, n => $"{n} mol", @"$n = \frac{m}{M}$", $@"$n = \frac{{{moles * of.Mass}}}{{{of.Mass}}}$");
    }

    private Sum MassOfMoles()
    {
        var (moles, of) = (From(2, 12), _substances[From(0, _substances.Length)]);
        return new(
            In($@"Calculate the mass of {moles} moles of {of.Name}, ${of.Formula}$. ({of.Atoms})",
                $@"Kokotoa tungamo ya moli {moles} za ${of.Formula}$. ({of.Atoms})"),
            moles * of.Mass, n => $"{n} g", @"$m = n \times M$", $@"$m = {moles} \times {of.Mass}$");
    }

    private Sum Burning()
    {
        var (moles, of) = (From(2, 12), _metals[From(0, _metals.Length)]);
        return new(
            In($@"What mass of the oxide is formed when {moles * of.Mass} g of {of.Name} burn? $\ce{{2{of.Sign} + O2 -> 2{of.Sign}O}}$ ({of.Sign} = {of.Mass}, O = 16)",
                $@"Tungamo gani ya oksidi hutokea g {moles * of.Mass} za {of.Sign} zikiungua? $\ce{{2{of.Sign} + O2 -> 2{of.Sign}O}}$ ({of.Sign} = {of.Mass}, O = 16)"),
            moles * (of.Mass + 16), n => $"{n} g", $@"$n(\mathrm{{{of.Sign}}}) = \frac{{{moles * of.Mass}}}{{{of.Mass}}} = {moles}$ mol",
            $@"$m(\mathrm{{{of.Sign}O}}) = {moles} \times ({of.Mass} + 16)$");
    }

    private static string Shillings(int number) => "Sh " + number.ToString("N0", CultureInfo.InvariantCulture);
}
