using Ascs.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The fields that the confirmation's forms post.</summary>
/// <param name="Carried">`confirmation`: the signed document.</param>
/// <param name="Token">`form`: our own token.</param>
/// <param name="Decision">`decision`: confirm or decline.</param>
/// <param name="Language">`lang`: set by the language switch.</param>
internal sealed record ConfirmationForm(string Carried, string? Token, string? Decision, Language? Language)
{
    /// <summary>The form of a request; an empty one when there is none that could be ours.</summary>
    public static async Task<ConfirmationForm> ReadAsync(HttpContext context)
    {
        try
        {
            var fields = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
            return new ConfirmationForm(fields["confirmation"].ToString(), fields["form"], fields["decision"], LanguageOf(fields["lang"]));
        }
        catch (InvalidDataException)
        {
            return new ConfirmationForm(string.Empty, null, null, null); // more fields, or longer ones, than any form of ours
        }
    }

    private static Language? LanguageOf(string? text) => text switch
    {
        "zh" => Contracts.Language.Zh,
        "en" => Contracts.Language.En,
        _ => null,
    };
}
