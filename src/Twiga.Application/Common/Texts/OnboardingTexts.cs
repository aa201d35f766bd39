using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What Twiga says while she sets up and changes her profile, classes and language.</summary>
internal sealed class OnboardingTexts(Language language) : FixedTexts(language)
{
    public string Welcome => Text();

    public string QuestionIsKept => Text();

    public string AskName => Text();

    public string AskNameAgain => Text();

    public string AskClasses(string name) => Text([name]);

    public string AskClassesAgain => Text();

    public string AskMoreClasses(string classes) => Text([classes]);

    public string Noted(string classes) => Text([classes]);

    public string NotUnderstood(string words) => Text([words]);

    public string NotOffered(string subject, string grade) => Text([subject, grade]);

    public string WhichYear(string subjects) => Text([subjects]);

    public string WhichSubject(string grades) => Text([grades]);

    public string WhichOfThese => Text();

    public string WhichStage => Text();

    public string TooManyClasses(int most) => Text([most]);

    public string OneClassMustStay => Text();

    public string Primary => Text();

    public string OrdinaryLevel => Text();

    public string AdvancedLevel => Text();

    public string ChooseSubject => Text();

    public string ChooseClass(string subject) => Text([subject]);

    public string ChooseRemoval => Text();

    public string Choose => Text();

    public string OtherSubjects => Text();

    public string AllOfThese => Text();

    public string AddMore => Text();

    public string RemoveOne => Text();

    public string ThatIsAll => Text();

    public string Saved => Text();

    public string YourName(string name) => Text([name]);

    public string YourSchool(string school) => Text([school]);

    public string YourRegion(string region) => Text([region]);

    public string YourBirthday(string day) => Text([day]);

    public string YourClasses => Text();

    public string AskMe => Text();

    public string Menu(string profile, string classes) => Text([profile, classes]);

    public string OldButton => Text();

    public string MyProfile => Text();

    public string MyClasses => Text();

    public string MyLanguage => Text();

    public string AskLanguage => Text();

    public string InSwahili => Text();

    public string InEnglish => Text();

    public string LanguageSaved => Text();

    public string AskNewName(string name) => Text([name]);

    public string NameSaved(string name) => Text([name]);

    public string ClassesSaved(string classes) => Text([classes]);

    public string ProfileSaved(string profile) => Text([profile]);

    public string Help => Text();

    public string NewTalk => Text();

    public string RemindersStopped => Text();

    public string RemindersStarted => Text();

    public string ProfileForm => Text();

    public string OpenProfileForm => Text();

    public string ClassesForm => Text();

    public string OpenClassesForm => Text();
}
