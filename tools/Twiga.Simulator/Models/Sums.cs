using System.Globalization;

namespace Twiga.Simulator.Models;

/// <summary>A sum in words with a whole number as its result, in the unit of its result.</summary>
internal sealed record Sum(string Question, int Result, Func<int, string> Say)
{
    public string Answer => Say(Result);

    /// <summary>Other results that somebody may find who reckons wrongly.</summary>
    public IEnumerable<string> Others(int count) => Enumerable.Range(1, count)
        .Select(n => Say(Result + (n * Math.Max(1, Result / 10))));
}

/// <summary>Sums of school arithmetic, one kind after another, so that no two of a paper are alike.</summary>
internal sealed class Sums(uint seed, bool swahili)
{
    private static readonly string[] _places =
        ["Arusha", "Mbeya", "Dodoma", "Mwanza", "Tanga", "Iringa", "Kigoma", "Singida", "Mtwara", "Bukoba", "Songea"];

    private readonly Random _figures = new((int)(seed & int.MaxValue));
    private uint _next = seed;

    public Sum Next()
    {
        var place = _places[_figures.Next(_places.Length)];
        return (_next++ % 13) switch
        {
            0 => Sale(place, _figures.Next(12, 96), _figures.Next(3, 60) * 100),
            1 => Area(place, _figures.Next(20, 90), _figures.Next(11, 60)),
            2 => Fence(_figures.Next(25, 99), _figures.Next(12, 75)),
            3 => Speed(place, _figures.Next(40, 96), _figures.Next(2, 8)),
            4 => Share(_figures.Next(3, 20) * 100, _figures.Next(5, 19) * 5),
            5 => Ratio(_figures.Next(2, 6), _figures.Next(7, 12), _figures.Next(3, 40) * 1000),
            6 => Interest(_figures.Next(4, 60) * 10_000, _figures.Next(3, 13), _figures.Next(2, 6)),
            7 => Tank(_figures.Next(3, 12), _figures.Next(2, 9), _figures.Next(2, 7)),
            8 => Equation(_figures.Next(2, 10), _figures.Next(4, 30), _figures.Next(3, 25)),
            9 => Mean(_figures.Next(40, 80), _figures.Next(3, 12), _figures.Next(13, 25)),
            10 => Angle(_figures.Next(25, 80), _figures.Next(30, 75)),
            11 => Discount(place, _figures.Next(4, 50) * 2000, _figures.Next(2, 9) * 5),
            _ => Density(_figures.Next(2, 12), _figures.Next(15, 80)),
        };
    }

    private Sum Sale(string place, int count, int price) => new(
        swahili ? $"Mfanyabiashara wa {place} aliuza vitabu {count} kwa Sh {price} kila kimoja. Alipata fedha kiasi gani?"
            : $"A trader in {place} sells {count} books for Sh {price} each. How much money does the trader receive?",
        count * price,
        Shillings);

    private Sum Area(string place, int length, int width) => new(
        swahili ? $"Kiwanja chenye umbo la mstatili huko {place} kina urefu wa m {length} na upana wa m {width}. Kokotoa eneo lake."
            : $"A rectangular plot in {place} is {length} m long and {width} m wide. Calculate its area.",
        length * width,
        n => $"{n} m²");

    private Sum Fence(int length, int width) => new(
        swahili ? $"Uzio unazunguka bustani ya mstatili yenye pande za m {length} na m {width}. Tafuta urefu wa uzio."
            : $"A fence goes once round a garden whose sides are {length} m and {width} m. Find the length of the fence.",
        2 * (length + width),
        n => $"{n} m");

    private Sum Speed(string place, int speed, int hours) => new(
        swahili ? $"Basi lilisafiri km {speed * hours} kutoka {place} kwa saa {hours}. Tafuta mwendokasi wake wa wastani."
            : $"A bus travelled {speed * hours} km from {place} in {hours} hours. Find its average speed.",
        speed,
        n => $"{n} km/h");

    private Sum Share(int pupils, int percent) => new(
        swahili ? $"Shule ina wanafunzi {pupils}, na asilimia {percent} kati yao ni wasichana. Shule ina wasichana wangapi?"
            : $"Of the {pupils} pupils of a school, {percent}% are girls. How many girls are there?",
        pupils * percent / 100,
        n => swahili ? $"wasichana {n}" : $"{n} girls");

    private Sum Ratio(int first, int second, int unit) => new(
        swahili ? $"Wakulima wawili waligawana Sh {(first + second) * unit} kwa uwiano wa {first}:{second}. Wa kwanza alipata kiasi gani?"
            : $"Two farmers share Sh {(first + second) * unit} in the ratio {first}:{second}. What does the first one get?",
        first * unit,
        Shillings);

    private Sum Interest(int amount, int rate, int years) => new(
        swahili ? $"Tafuta riba rahisi ya mkopo wa Sh {amount} kwa asilimia {rate} kwa mwaka, kwa miaka {years}."
            : $"Find the simple interest on a loan of Sh {amount} at {rate}% a year for {years} years.",
        amount / 100 * rate * years,
        Shillings);

    private Sum Tank(int length, int width, int height) => new(
        swahili ? $"Tangi la maji lina urefu wa m {length}, upana wa m {width} na kina cha m {height}. Kokotoa ujazo wake."
            : $"A water tank measures {length} m by {width} m by {height} m. Calculate its volume.",
        length * width * height,
        n => $"{n} m³");

    private Sum Equation(int factor, int term, int root) => new(
        swahili ? $"Tafuta thamani ya $x$ katika mlinganyo ${factor}x + {term} = {(factor * root) + term}$."
            : $"Solve for $x$ the equation ${factor}x + {term} = {(factor * root) + term}$.",
        root,
        n => $"$x = {n}$");

    private Sum Mean(int middle, int near, int far) => new(
        swahili ? $"Alama za wanafunzi watano ni {middle - far}, {middle - near}, {middle}, {middle + near} na {middle + far}. Tafuta wastani."
            : $"Five learners scored {middle - far}, {middle - near}, {middle}, {middle + near} and {middle + far}. Find the mean score.",
        middle,
        n => $"{n}");

    private Sum Angle(int one, int other) => new(
        swahili ? $"Pembe mbili za pembetatu zina nyuzi {one} na {other}. Tafuta pembe ya tatu."
            : $"Two angles of a triangle measure {one}° and {other}°. Work out the third angle.",
        180 - one - other,
        n => $"{n}°");

    private Sum Discount(string place, int price, int percent) => new(
        swahili ? $"Bei ya redio ya Sh {price} katika duka la {place} ilipunguzwa kwa asilimia {percent}. Bei mpya ni kiasi gani?"
            : $"A shop in {place} cuts the price of a radio, Sh {price}, by {percent}%. What is the new price?",
        price / 100 * (100 - percent),
        Shillings);

    private Sum Density(int density, int volume) => new(
        swahili ? $"Jiwe lenye tungamo ya g {density * volume} lina ujazo wa cm³ {volume}. Tafuta msongamano wa jiwe hilo."
            : $"A stone with a mass of {density * volume} g takes up {volume} cm³. Determine its density.",
        density,
        n => $"{n} g/cm³");

    private static string Shillings(int number) => "Sh " + number.ToString("N0", CultureInfo.InvariantCulture);
}
