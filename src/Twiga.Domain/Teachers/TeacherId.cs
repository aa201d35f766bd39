namespace Twiga.Domain.Teachers;

public readonly record struct TeacherId(long Value) : IId<TeacherId>
{
    public static TeacherId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
