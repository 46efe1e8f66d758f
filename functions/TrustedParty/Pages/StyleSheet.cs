using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Pages;

/// <summary>The one style sheet, served under the hash of its content and therefore cacheable for ever.</summary>
internal static class StyleSheet
{
    private const string Name = "trusted-party.css";
    private static readonly byte[] Content = Read();

    /// <summary>Where pages link to.</summary>
    public static string Address { get; } = $"/assets/trusted-party.{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}.css";

    /// <summary>The file, or 404 for any other name.</summary>
    public static Task<IResult> SendAsync(HttpContext context)
    {
        if (context.Request.Path != Address)
            return Task.FromResult(Results.NotFound());
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.FromResult(Results.Bytes(Content, "text/css; charset=utf-8"));
    }

    private static byte[] Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
