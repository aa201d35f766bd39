namespace Twiga.Domain.Lessons;

/// <summary>A section of a book in its order: where it stands and how much there is to read (in words).</summary>
public sealed record BookSection(string Book, string? Authors, string Chapter, string Title, int? From, int? To, int Words)
{
    public BookPages Pages => new(Book, Title, From, To);
}

/// <summary>The rows of a scheme, one a week and topic, before there are words in them; weeks without lessons among them.</summary>
public sealed record SchemeOutline(int Term, int Year, int PeriodsPerWeek, IReadOnlyList<TermWeek> Weeks, IReadOnlyList<OutlineRow> Rows)
{
    /// <summary>Rows of one chapter, which are written together.</summary>
    public IReadOnlyList<IReadOnlyList<OutlineRow>> Chapters
    {
        get
        {
            var chapters = new List<List<OutlineRow>>();
            foreach (var row in Rows)
            {
                if (chapters.Count == 0 || chapters[^1][0].Chapter != row.Chapter)
                    chapters.Add([]);
                chapters[^1].Add(row);
            }

            return chapters;
        }
    }

    /// <summary>Shares the sections over the taught weeks in their order, long ones over several; every period is used.</summary>
    public static SchemeOutline Of(
        int term, int year, int periodsPerWeek, IReadOnlyList<TermWeek> weeks, IReadOnlyList<BookSection> sections)
    {
        var taught = weeks.Where(w => w.IsTaught).Select(w => w.Number!.Value).ToList();
        if (taught.Count == 0)
            throw new DomainException("No week is left for lessons.");
        if (sections.Count == 0)
            throw new DomainException("There is nothing to teach.");

        var rows = sections.Count <= taught.Count
            ? Long(sections, taught, periodsPerWeek)
            : Short(sections, taught, periodsPerWeek);
        return new SchemeOutline(term, year, periodsPerWeek, weeks, [.. rows]);
    }

    private static IEnumerable<OutlineRow> Long(IReadOnlyList<BookSection> sections, List<int> weeks, int periods)
    {
        var (shares, at) = (Shares.Split(weeks.Count, [.. sections.Select(s => (decimal)s.Words)]), 0);
        foreach (var (section, share) in sections.Zip(shares))
        {
            for (var step = 1; step <= share; step++)
                yield return new OutlineRow(weeks[at++], periods, section.Chapter, [section], step, share);
        }
    }

    private static IEnumerable<OutlineRow> Short(IReadOnlyList<BookSection> sections, List<int> weeks, int periods)
    {
        for (var week = 0; week < weeks.Count; week++)
        {
            var (from, to) = (week * sections.Count / weeks.Count, (week + 1) * sections.Count / weeks.Count);
            var rows = Grouped([.. sections.Skip(from).Take(to - from)], periods);
            var shares = Shares.Split(periods, [.. rows.Select(r => (decimal)r.Sum(s => s.Words))]);
            foreach (var (row, share) in rows.Zip(shares))
                yield return new OutlineRow(weeks[week], share, row[0].Chapter, row, 1, 1);
        }
    }

    // no more rows in a week than it has periods
    private static List<IReadOnlyList<BookSection>> Grouped(IReadOnlyList<BookSection> sections, int periods)
    {
        var count = Math.Min(sections.Count, periods);
        return
        [
            .. Enumerable.Range(0, count).Select(row => (IReadOnlyList<BookSection>)
                [.. sections.Skip(row * sections.Count / count).Take(((row + 1) * sections.Count / count) - (row * sections.Count / count))]),
        ];
    }
}

/// <summary>A row: its week and periods, what it covers, and which step it is of those that the topic takes.</summary>
public sealed record OutlineRow(
    int Week, int Periods, string Chapter, IReadOnlyList<BookSection> Sections, int Step, int Steps);
