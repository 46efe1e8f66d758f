using System.Security.Cryptography;

namespace Ascs.Hosts.Handset.Pages;

/// <summary>A file inside the assembly, served under the hash of its content and therefore cacheable for ever.</summary>
internal sealed class PageFile
{
    private readonly byte[] _content;
    private readonly string _type;

    internal PageFile(string name, string type)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        (_content, _type) = (memory.ToArray(), type);
        var hash = Convert.ToHexStringLower(SHA256.HashData(_content))[..16];
        Address = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
    }

    internal string Address { get; }

    internal Task Send(HttpContext http)
    {
        http.Response.ContentType = _type;
        http.Response.ContentLength = _content.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return http.Response.Body.WriteAsync(_content).AsTask();
    }
}
