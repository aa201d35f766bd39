using PhoneNumbers;
using Twiga.Domain;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Numbers as people write them; without a country they are Tanzanian.</summary>
public static class PhoneNumber
{
    private const string Home = "TZ";

    /// <summary>The number as WhatsApp knows it: digits with the country, without a plus. Throws where it is none.</summary>
    public static string Digits(string written)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var text = written.Trim();
            var number = numbers.Parse(text.StartsWith("255", StringComparison.Ordinal) ? "+" + text : text, Home);
            if (numbers.IsPossibleNumber(number))
                return numbers.Format(number, PhoneNumberFormat.E164).TrimStart('+');
        }
        catch (NumberParseException)
        {
            // said below
        }

        throw new DomainException($"'{written}' is no phone number; write it like 255712345678 or +255 712 345 678.");
    }
}
