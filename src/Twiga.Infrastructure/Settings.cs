using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure;

internal static class Settings
{
    /// <summary>Binds a section and checks it at start; every fault is a line that names the setting.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new Attributes<TOptions>(section));
        return services.AddOptions<TOptions>().BindWellFormed(section).ValidateOnStart();
    }

    /// <summary>Binds sections; a value of the wrong type is left out and told with what else is wrong.</summary>
    public static OptionsBuilder<TOptions> BindWellFormed<TOptions>(
        this OptionsBuilder<TOptions> options, params string[] sections)
        where TOptions : class
    {
        options.Services.AddSingleton<IValidateOptions<TOptions>>(
            p => new Types<TOptions>(p.GetRequiredService<IConfiguration>(), options.Name, sections));
        return options.Configure<IConfiguration>((bound, configuration) =>
        {
            foreach (var section in sections)
                Malformed.Without(configuration.GetSection(section), typeof(TOptions)).Bind(bound);
        });
    }

    private sealed class Types<TOptions>(IConfiguration configuration, string of, string[] sections) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var faults = name == of
                ? sections.SelectMany(s => Malformed.In(configuration.GetSection(s), typeof(TOptions))).ToList()
                : [];
            return faults.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(faults.Select(f => $"{f.Key.Replace(":", "__")}: {f.Value}."));
        }
    }

    private sealed class Attributes<TOptions>(string section) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var faults = new List<ValidationResult>();
            return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(faults.Select(Line));
        }

        private string Line(ValidationResult fault) =>
            string.Join(", ", fault.MemberNames.Select(m => $"{section.Replace(":", "__")}__{m}")) + ": " + fault.ErrorMessage;
    }
}
