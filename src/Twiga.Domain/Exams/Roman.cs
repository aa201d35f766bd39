namespace Twiga.Domain.Exams;

/// <summary>Small Roman numbers, as items and parts are labelled: i to xxxix.</summary>
public static class Roman
{
    private static readonly (int Value, string Sign)[] Signs = [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public static string Of(int number)
    {
        var text = "";
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value)
                text += sign;
        }

        return text;
    }
}
