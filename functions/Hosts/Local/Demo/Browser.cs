using System.Net;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Demo;

/// <summary>A person's browser without a script engine: cookies, pages and their forms. It trusts the local authority and no other.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SocketsHttpHandler handler;
    private readonly HttpClient client;

    public Browser(CertificateTrust authorities)
    {
        handler = new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            SslOptions = { RemoteCertificateValidationCallback = authorities.ServerCallback() },
        };
        client = new HttpClient(handler);
    }

    /// <summary>Opens an address.</summary>
    public async Task<BrowserPage> OpenAsync(Uri address, CancellationToken ct) => await ReadAsync(await client.GetAsync(address, ct), ct);

    /// <summary>Fills in the form with this button and presses it.</summary>
    /// <param name="page">Where one is.</param>
    /// <param name="action">Path its form posts to.</param>
    /// <param name="fields">What is ticked, picked and pressed, over what the form already holds.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<BrowserPage> SubmitAsync(BrowserPage page, string action, IReadOnlyList<(string Name, string Value)> fields, CancellationToken ct)
    {
        var form = page.Forms.FirstOrDefault(candidate => new Uri(page.Address, candidate.Action).AbsolutePath == action)
            ?? throw new DemoFailure($"The page {page.Address.AbsolutePath} ({page.Status}) has no form for {action}: {string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(60))}");
        var names = fields.Select(field => field.Name).ToHashSet();
        var sent = form.Hidden.Where(field => !names.Contains(field.Key)).Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, form.Action)) { Content = new FormUrlEncodedContent(sent) };
        request.Headers.Add("Origin", page.Address.GetLeftPart(UriPartial.Authority));
        return await ReadAsync(await client.SendAsync(request, ct), ct);
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private static async Task<BrowserPage> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync(ct);
            return new BrowserPage(answer.RequestMessage!.RequestUri!, (int)answer.StatusCode, html);
        }
    }
}
