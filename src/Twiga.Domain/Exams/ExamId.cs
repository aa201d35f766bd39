namespace Twiga.Domain.Exams;

public readonly record struct ExamId(long Value) : IId<ExamId>
{
    public static ExamId From(long value) => new(value);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
