window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : { "initial" : { "editTweetIds" : [ "1" ] } },
      "retweeted" : false,
      "entities" : {
        "hashtags" : [ { "text" : "FloodWatch", "indices" : [ "0", "11" ] } ],
        "urls" : [ { "url" : "https://t.co/aaaaaaaaaa", "expanded_url" : "https://www.example.govt.nz/flood?a=1&b=2", "display_url" : "example.govt.nz/flood", "indices" : [ "20", "43" ] } ],
        "media" : [ { "url" : "https://t.co/bbbbbbbbbb", "media_url_https" : "https://pbs.example/media/x.jpg", "type" : "photo", "id_str" : "5" } ]
      },
      "id_str" : "1790000000000000001",
      "full_text" : "Kia ora &amp; tēnā koutou &lt;3 &amp;lt; #FloodWatch https://t.co/aaaaaaaaaa https://t.co/bbbbbbbbbb",
      "created_at" : "Sun Mar 01 02:03:04 +0000 2026",
      "extended_entities" : {
        "media" : [
          { "url" : "https://t.co/bbbbbbbbbb", "type" : "photo" },
          { "url" : "https://t.co/bbbbbbbbbb", "type" : "animated_gif" }
        ]
      },
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "id" : "1790000000000000002",
      "full_text" : "RT @council: Roads are closed",
      "created_at" : "Mon Mar 02 02:03:04 +0000 2026",
      "lang" : "qme"
    }
  },
  { "tweet" : { "id_str" : "1790000000000000003", "full_text" : "@person Thanks for asking", "in_reply_to_user_id_str" : "77", "created_at" : "when", "entities" : { "urls" : [ ] }, "lang" : "und" } },
  { "tweet" : { "id_str" : "1790000000000000004", "full_text" : { "odd" : [ 1 ] } } },
  { "id_str" : "1790000000000000005", "text" : "An older archive", "in_reply_to_status_id" : null }
]
