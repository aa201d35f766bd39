namespace Twiga.Application.Onboarding;

/// <summary>The Flow JSON of the forms. One file serves both languages: every text comes with the screen's data.</summary>
internal static class FlowForms
{
    public static string Json(FlowForm form)
    {
        var name = $"Twiga.Flows.{(form == FlowForm.Profile ? "profile" : "classes")}.json";
        using var stream = typeof(FlowForms).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
