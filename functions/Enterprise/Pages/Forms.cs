using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Pages;

/// <summary>Reads posted forms and proves where they came from.</summary>
internal sealed class Forms(Visitors visitors, EnterpriseOptions options)
{
    /// <summary>Name of the field with the visitor's token.</summary>
    public const string TokenField = "form";

    private readonly string origin = options.PublicAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>A form of our own pages: our origin, our cookie, our token. Null for anything else.</summary>
    public async Task<(Visitor Visitor, IFormCollection Fields)?> ReadOwnAsync(HttpContext context)
    {
        var fields = await ReadAsync(context);
        return IsFrom(context, origin) && visitors.Find(context) is { } visitor && visitor.Gave(fields[TokenField]) ? (visitor, fields) : null;
    }

    /// <summary>A form that another platform's page posts here, or our own again. Null when its origin is neither. It carries its own proof.</summary>
    public async Task<IFormCollection?> ReadForeignAsync(HttpContext context, Uri from)
    {
        var fields = await ReadAsync(context);
        return IsFrom(context, from.GetLeftPart(UriPartial.Authority)) || IsFrom(context, origin) ? fields : null;
    }

    // RFC 6454 7: browsers send Origin with every post.
    private static bool IsFrom(HttpContext context, string origin) => context.Request.Headers.Origin is [{ } sent] && sent.Equals(origin, StringComparison.OrdinalIgnoreCase);

    private static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty; // more fields or longer ones than any form of ours
        }
    }
}
