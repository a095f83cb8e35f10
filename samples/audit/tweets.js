window.YTD.tweets.part0 = [
  {"tweet": {"id_str": "1990500000000000001", "created_at": "Sun Nov 17 20:00:00 +0000 2024", "lang": "en", "full_text": "Kia ora! The pool in Ōtaki opens again on Saturday.", "extended_entities": {"media": [{"type": "photo", "url": "https://t.co/a"}]}}},
  {"tweet": {"id_str": "1990500000000000002", "created_at": "Mon Dec 02 20:00:00 +0000 2024", "lang": "en", "full_text": "Roads are closed tonight #stateofemergency"}},
  {"tweet": {"id_str": "1990500000000000003", "created_at": "Tue Dec 03 20:00:00 +0000 2024", "lang": "en", "full_text": "RT @NZPolice: Keep off the roads tonight"}},
  {"tweet": {"id_str": "1990500000000000004", "created_at": "Wed Jan 15 20:00:00 +0000 2025", "lang": "en", "full_text": "FREE ENTRY TODAY at the museum 🎉🎉🎉🎉"}}
]
